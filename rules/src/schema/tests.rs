//! The schema against the parser, the parser against the schema, and both against the
//! rules of this repository.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value as Json, json};

use super::schema;
use crate::compile::compile;
use crate::diagnostic::Diagnostics;
use crate::parse;
use crate::parse::shape::{FILE, Shape, Value, reads};
use crate::source::Sources;
use crate::yaml::{self, Node, Tree};

/// A rule file that has every key of the language.
const EVERYTHING: &str = include_str!("everything.yaml");

/// A YAML tree as an editor sees it: plain numbers and truth values are such.
fn json_of(node: &Node) -> Json {
    match &node.tree {
        Tree::Scalar(_) if node.is_null() => Json::Null,
        Tree::Scalar(scalar) => {
            let number =
                || serde_json::from_str(&scalar.text).ok().filter(Json::is_number);
            let plain = match scalar.text.as_str() {
                "true" => Some(json!(true)),
                "false" => Some(json!(false)),
                _ => number(),
            };
            plain.filter(|_| scalar.plain).unwrap_or_else(|| json!(scalar.text))
        }
        Tree::Sequence(members) => members.iter().map(json_of).collect(),
        Tree::Mapping(entries) => {
            let entry = |(key, value): &(Node, Node)| {
                (key.scalar().unwrap().text.clone(), json_of(value))
            };
            Json::Object(entries.iter().map(entry).collect())
        }
    }
}

fn sources_of(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add_folder("371000".parse().unwrap(), &[("x.yaml", text)]);
    sources
}

fn tree(text: &str) -> Json {
    let sources = sources_of(text);
    let file = sources.folders()[0].files[0];
    json_of(&yaml::read(&sources, file, &mut Diagnostics::default()).unwrap())
}

/// The codes of errors that are found in a file.
fn errors(text: &str) -> Vec<&'static str> {
    let found = compile(&sources_of(text)).diagnostics;
    let errors = found.iter().map(|diagnostic| diagnostic.code.id());
    errors.filter(|code| code.starts_with('E')).collect()
}

/// The codes of what the parser alone refuses because of its shape.
fn refused_shapes(text: &str) -> Vec<&'static str> {
    let sources = sources_of(text);
    let mut found = Diagnostics::default();
    parse::parse(&sources, &sources.folders()[0], &mut found);
    let codes = found.iter().map(|diagnostic| diagnostic.code.id());
    codes.filter(|code| code.starts_with("E02") || *code == "E0602").collect()
}

/// As much of JSON Schema as the schema uses; anything else ends the test.
struct Validator {
    root: Json,
}

impl Validator {
    fn new() -> Self {
        Self { root: serde_json::from_str(&schema()).unwrap() }
    }

    fn accepts(&self, value: &Json) -> bool {
        self.valid(&self.root, value)
    }

    fn valid(&self, schema: &Json, value: &Json) -> bool {
        let Json::Object(schema) = schema else {
            return schema.as_bool().unwrap();
        };
        schema.keys().all(|keyword| self.keyword(schema, keyword, value))
    }

    fn keyword(&self, schema: &Map<String, Json>, keyword: &str, value: &Json) -> bool {
        let asked = &schema[keyword];
        let object = value.as_object();
        match keyword {
            "$schema" | "title" | "description" | "definitions" | "then" | "else" => true,
            "$ref" => {
                let path = asked.as_str().unwrap().strip_prefix('#').unwrap();
                self.valid(self.root.pointer(path).unwrap(), value)
            }
            "type" => match asked {
                Json::Array(types) => types.iter().any(|it| is(it, value)),
                one => is(one, value),
            },
            "enum" => asked.as_array().unwrap().contains(value),
            "pattern" => value
                .as_str()
                .is_none_or(|text| matches_pattern(asked.as_str().unwrap(), text)),
            "minLength" => value.as_str().is_none_or(|text| !text.is_empty()),
            "minimum" => value.as_f64().is_none_or(|it| it >= asked.as_f64().unwrap()),
            "required" => object.is_none_or(|it| {
                asked
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|key| it.contains_key(key.as_str().unwrap()))
            }),
            "properties" => object.is_none_or(|it| {
                let asked = asked.as_object().unwrap();
                let each = |(key, inner): (&String, &Json)| {
                    asked.get(key).is_none_or(|schema| self.valid(schema, inner))
                };
                it.iter().all(each)
            }),
            "additionalProperties" => object.is_none_or(|it| {
                let known = schema.get("properties").and_then(Json::as_object);
                it.iter()
                    .filter(|(key, _)| {
                        known.is_none_or(|known| !known.contains_key(*key))
                    })
                    .all(|(_, inner)| self.valid(asked, inner))
            }),
            "propertyNames" => object
                .is_none_or(|it| it.keys().all(|key| self.valid(asked, &json!(key)))),
            "items" => {
                let members = value.as_array();
                members.is_none_or(|it| it.iter().all(|inner| self.valid(asked, inner)))
            }
            "minItems" => value
                .as_array()
                .is_none_or(|it| it.len() as u64 >= asked.as_u64().unwrap()),
            "minProperties" => {
                object.is_none_or(|it| it.len() as u64 >= asked.as_u64().unwrap())
            }
            "anyOf" => {
                asked.as_array().unwrap().iter().any(|schema| self.valid(schema, value))
            }
            "allOf" => {
                asked.as_array().unwrap().iter().all(|schema| self.valid(schema, value))
            }
            "not" => !self.valid(asked, value),
            "if" => {
                let branch = if self.valid(asked, value) { "then" } else { "else" };
                schema.get(branch).is_none_or(|schema| self.valid(schema, value))
            }
            other => panic!("a keyword that the test does not know: {other}"),
        }
    }
}

fn is(kind: &Json, value: &Json) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    }
}

/// The patterns that the schema uses, by hand.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    let id = |joints: &str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.ends_with(plain)
            && text.chars().all(|c| plain(c) || joints.contains(c))
    };
    match pattern {
        "^[a-z]([a-z0-9_]*[a-z0-9])?$" => id("_"),
        "^[a-z]([a-z0-9-]*[a-z0-9])?$" => id("-"),
        "^[a-z]([a-z0-9_-]*[a-z0-9])?$" => id("-_"),
        "^[^\\s\\d]\\S*$" => {
            !text.is_empty()
                && !text.starts_with(|c: char| c.is_numeric())
                && !text.contains(char::is_whitespace)
        }
        "^\\d{4}-\\d{2}-\\d{2}$" => {
            let digits = text.split('-').map(str::len).collect::<Vec<_>>();
            digits == [4, 2, 2] && text.chars().all(|c| c.is_ascii_digit() || c == '-')
        }
        "^[0-9]{6}$" => text.len() == 6 && text.chars().all(|c| c.is_ascii_digit()),
        "^\\s*-?[0-9.]+\\s*\\.\\.\\s*(-?[0-9.]+)?\\s*$" => {
            let number = |part: &str| {
                let digits = part.trim();
                let digits = digits.strip_prefix('-').unwrap_or(digits);
                !digits.is_empty()
                    && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
            };
            text.split_once("..").is_some_and(|(low, high)| {
                number(low) && (high.trim().is_empty() || number(high))
            })
        }
        "^[0-9.]+\\s*[%％]$" => {
            let figure = text.strip_suffix(['%', '％']).map(str::trim_end);
            figure.is_some_and(|it| {
                !it.is_empty() && it.chars().all(|c| c.is_ascii_digit() || c == '.')
            })
        }
        other => panic!("a pattern that the test does not know: {other}"),
    }
}

#[test]
fn the_schema_that_is_checked_in_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.json");
    let found = std::fs::read_to_string(path).unwrap();
    assert!(found == schema(), "run `mingbai schema > rules/schema.json`");
}

#[test]
fn every_rule_file_of_the_repository_is_valid() {
    let validator = Validator::new();
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    let sources = Sources::read(&packs).unwrap();
    let mut files = 0;
    for file in sources.folders().iter().flat_map(|folder| &folder.files) {
        let tree = yaml::read(&sources, *file, &mut Diagnostics::default());
        let tree = tree.map_or(Json::Null, |tree| json_of(&tree));
        assert!(validator.accepts(&tree), "{}", sources.path(*file));
        files += 1;
    }
    assert!(files > 50, "{files}");
}

#[test]
fn broken_files_are_not() {
    let validator = Validator::new();
    let refused = |text: &str, broken: &str| {
        assert!(EVERYTHING.contains(text), "{text}");
        let broken = EVERYTHING.replacen(text, broken, 1);
        assert!(!validator.accepts(&tree(&broken)), "{text}");
    };
    assert!(validator.accepts(&tree(EVERYTHING)));
    refused("selection: selective", "selection: choosy");
    refused("selection: selective", "select: selective");
    refused("registered: implied", "");
    refused("fixed: 20 万元", "fixes: 20 万元");
    refused("rate: 50%, of: 研发费用", "rate: 50%");
    refused("type: count", "type: number");
    refused("en: Weihai", "fr: Weihai");
    refused("as_of: 2020-01-01", "as_of: 2020-1-1");
    refused("  patents-20:", "  Patents 20:");
    refused("    yes: {zh: 有证书, en: holds it}", "    unit: {zh: 个, en: pieces}");
}

/// All shapes that can be reached from a value.
fn shapes(value: &'static Value, found: &mut Vec<&'static Shape>) {
    match value {
        Value::Shape(shape) => {
            if found.iter().any(|it| it.name == shape.name) {
                return;
            }
            found.push(shape);
            shape.keys.iter().for_each(|key| shapes(&key.value, found));
        }
        Value::Either(values) => values.iter().for_each(|value| shapes(value, found)),
        Value::Named(_, inner)
        | Value::List(inner)
        | Value::MaybeEmpty(inner)
        | Value::OneOrMore(inner) => shapes(inner, found),
        Value::Map(key, inner) | Value::Entries(key, inner) => {
            shapes(key, found);
            shapes(inner, found);
        }
        _ => {}
    }
}

#[test]
fn the_parser_reads_every_key_that_the_schema_lists() {
    assert_eq!(errors(EVERYTHING), [""; 0]);
    static ROOT: Value = Value::Shape(&FILE);
    let mut found = Vec::new();
    shapes(&ROOT, &mut found);
    let listed: BTreeSet<(&str, &str)> = found
        .iter()
        .flat_map(|shape| shape.keys.iter().map(|key| (shape.name, key.name)))
        .collect();
    let read = reads::READ.with_borrow(Clone::clone);
    let never: Vec<_> = listed.difference(&read).collect();
    assert!(never.is_empty(), "{never:?}");
    for (_, key) in listed {
        assert!(EVERYTHING.contains(&format!("{key}:")), "the example has no `{key}`");
    }
}

/// Every way to spoil one place of a tree: a key less, a key more, another kind of value.
fn spoiled(tree: &Json) -> Vec<(String, Json)> {
    let mut all = Vec::new();
    let others =
        [json!(null), json!([]), json!({}), json!({"zz": 1}), json!([[1]]), json!("")];
    let at = |path: &str, value: &Json| (path.to_owned(), value.clone());
    match tree {
        // Words are all alike: one pair stands for all.
        Json::Object(words)
            if words.contains_key("zh")
                && !words.contains_key("as")
                && words["en"] != "Weihai" => {}
        Json::Object(entries) => {
            for (key, value) in entries {
                let mut less = entries.clone();
                less.remove(key);
                all.push((format!("less {key}"), Json::Object(less)));
                let inner = spoiled(value).into_iter();
                let inner = inner.chain(others.iter().map(|other| at("=", other)));
                for (path, value) in inner {
                    let mut changed = entries.clone();
                    changed.insert(key.clone(), value.clone());
                    all.push((
                        format!("{key}/{path} {}", short(&value)),
                        Json::Object(changed),
                    ));
                }
            }
            let mut more = entries.clone();
            more.insert("zz".to_owned(), json!(1));
            all.push(("more zz".to_owned(), Json::Object(more)));
        }
        Json::Array(members) => {
            for (index, member) in members.iter().enumerate() {
                let inner = spoiled(member).into_iter();
                let inner = inner.chain(others.iter().map(|other| at("=", other)));
                for (path, value) in inner {
                    let mut changed = members.clone();
                    changed[index] = value.clone();
                    all.push((
                        format!("{index}/{path} {}", short(&value)),
                        Json::Array(changed),
                    ));
                }
            }
        }
        _ => {}
    }
    all
}

fn short(value: &Json) -> String {
    let text = value.to_string();
    if text.len() < 12 { text } else { String::new() }
}

#[test]
fn parser_and_schema_refuse_the_same_shapes() {
    let validator = Validator::new();
    let everything = tree(EVERYTHING);
    let mut differ = BTreeSet::new();
    let all = spoiled(&everything);
    assert!(all.len() > 1_000, "{}", all.len());
    for (path, spoiled) in all {
        let text = serde_json::to_string_pretty(&spoiled).unwrap();
        let refused = refused_shapes(&text);
        match (validator.accepts(&spoiled), refused.is_empty()) {
            (true, false) => {
                differ.insert(format!("only the parser: {path} {refused:?}"))
            }
            // What the parser leaves to later stages they refuse.
            (false, true) if errors(&text).is_empty() => {
                differ.insert(format!("only the schema: {path}"))
            }
            _ => false,
        };
    }
    assert!(differ.is_empty(), "{differ:#?}");
}
