//! The JSON Schema of rule files, for editors; made from the table by which they are read.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::parse::shape::{FILE, Form, IdStyle, Key, Need, Shape, Value};

/// The JSON Schema (draft 7) of a rule file, as it is checked in at `rules/schema.json`.
///
/// Editors complete and validate with it. It knows shapes, not names: whether a fact exists
/// and a unit fits, `mingbai check` says.
pub fn schema() -> String {
    let mut made = Definitions::default();
    let mut root = made.object(FILE.keys.iter());
    // An empty file declares nothing.
    root.insert("type".to_owned(), json!(["object", "null"]));
    let about = "rules/LANGUAGE.md has an example of every construct";
    let head = [
        ("$schema", "http://json-schema.org/draft-07/schema#"),
        ("title", "Mingbai rule file"),
        ("description", about),
    ];
    root.extend(head.map(|(key, value)| (key.to_owned(), json!(value))));
    root.insert("definitions".to_owned(), Json::Object(made.made.into_iter().collect()));
    // A value without keys that are no text always becomes JSON.
    serde_json::to_string_pretty(&root).unwrap_or_default() + "\n"
}

/// Schemas of what has a name, so that each is written once and may hold itself.
#[derive(Default)]
struct Definitions {
    made: BTreeMap<String, Json>,
}

impl Definitions {
    /// A reference to a definition, which is made where it is not yet there.
    fn refer(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Json) -> Json {
        if !self.made.contains_key(name) {
            // What refers to itself finds the place taken.
            self.made.insert(name.to_owned(), Json::Null);
            let schema = make(self);
            self.made.insert(name.to_owned(), schema);
        }
        json!({ "$ref": format!("#/definitions/{name}") })
    }

    fn shape(&mut self, shape: &'static Shape) -> Json {
        self.refer(shape.name, |made| made.mapping(shape))
    }

    fn mapping(&mut self, shape: &'static Shape) -> Json {
        if shape.forms.is_empty() {
            let mut schema = self.object(shape.keys.iter());
            conditions(shape, &mut schema);
            return Json::Object(schema);
        }
        let forms = shape.forms.iter().map(|form| self.form(shape, form));
        json!({ "anyOf": forms.collect::<Vec<_>>() })
    }

    fn form(&mut self, shape: &'static Shape, form: &Form) -> Json {
        let listed =
            |key: &&Key| form.needs.contains(&key.name) || form.may.contains(&key.name);
        let mut schema = self.object(shape.keys.iter().filter(listed));
        schema.insert("required".to_owned(), json!(form.needs));
        Json::Object(schema)
    }

    fn object(&mut self, keys: impl Iterator<Item = &'static Key>) -> Map<String, Json> {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for key in keys {
            let mut value = self.value(&key.value);
            if let Some(value) = value.as_object_mut() {
                value.insert("description".to_owned(), json!(key.about));
            }
            properties.insert(key.name.to_owned(), value);
            if matches!(key.need, Need::Always) {
                required.push(key.name);
            }
        }
        let mut schema = Map::new();
        schema.insert("type".to_owned(), json!("object"));
        schema.insert("properties".to_owned(), Json::Object(properties));
        schema.insert("additionalProperties".to_owned(), json!(false));
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        schema
    }

    fn value(&mut self, value: &'static Value) -> Json {
        match value {
            Value::Text => json!({ "type": ["string", "number"], "minLength": 1 }),
            Value::Id(style) => {
                json!({ "type": "string", "pattern": id_pattern(*style) })
            }
            Value::Name => json!({ "type": "string", "pattern": "^[^\\s\\d]\\S*$" }),
            Value::YesNo => json!({ "enum": ["yes", "no", true, false] }),
            Value::Whole => json!({ "type": "integer", "minimum": 0 }),
            Value::Day => json!({ "type": "string", "pattern": DAY }),
            Value::Code => json!({ "type": ["string", "number"], "pattern": CODE }),
            Value::Domain => json!({
                "type": "string",
                "pattern": "^\\s*-?[0-9.]+\\s*\\.\\.\\s*(-?[0-9.]+)?\\s*$",
            }),
            Value::Ratio => json!({
                "anyOf": [
                    { "type": "number" },
                    { "type": "string", "pattern": "^[0-9.]+\\s*[%％]$" },
                ],
            }),
            Value::Expression => json!({ "type": ["string", "number"], "minLength": 1 }),
            Value::Answer => json!({
                "anyOf": [
                    { "type": ["string", "number", "boolean", "null"] },
                    { "type": "array", "items": { "type": ["string", "number"] } },
                    {
                        "type": "object",
                        "properties": {
                            "min": { "type": ["string", "number", "null"] },
                            "max": { "type": ["string", "number", "null"] },
                        },
                        "additionalProperties": false,
                    },
                ],
            }),
            Value::Nothing => json!({ "type": "null" }),
            Value::Word(words) => json!({ "enum": words() }),
            Value::Shape(shape) => self.shape(shape),
            Value::Named(name, value) => self.refer(name, |made| made.value(value)),
            Value::Either(values) => {
                let values = values.iter().map(|value| self.value(value));
                json!({ "anyOf": values.collect::<Vec<_>>() })
            }
            Value::List(member) => {
                json!({ "type": "array", "items": self.value(member), "minItems": 1 })
            }
            Value::MaybeEmpty(member) => {
                json!({ "type": "array", "items": self.value(member) })
            }
            Value::OneOrMore(member) => {
                let one = self.value(member);
                let many = json!({ "type": "array", "items": one, "minItems": 1 });
                json!({ "anyOf": [one, many] })
            }
            Value::Map(key, value) => Json::Object(self.map(key, value)),
            Value::Entries(key, value) => {
                let mut schema = self.map(key, value);
                schema.insert("minProperties".to_owned(), json!(1));
                Json::Object(schema)
            }
        }
    }

    /// A mapping whose keys are the author's; a key is a text in any case.
    fn map(&mut self, key: &'static Value, value: &'static Value) -> Map<String, Json> {
        let mut schema = Map::new();
        schema.insert("type".to_owned(), json!("object"));
        schema.insert("additionalProperties".to_owned(), self.value(value));
        let pattern = match key {
            Value::Id(style) => id_pattern(*style),
            Value::Code => CODE,
            Value::Day => DAY,
            _ => return schema,
        };
        schema.insert("propertyNames".to_owned(), json!({ "pattern": pattern }));
        schema
    }
}

const DAY: &str = "^\\d{4}-\\d{2}-\\d{2}$";
const CODE: &str = "^[0-9]{6}$";

fn id_pattern(style: IdStyle) -> &'static str {
    match style {
        IdStyle::Snake => "^[a-z]([a-z0-9_]*[a-z0-9])?$",
        IdStyle::Kebab => "^[a-z]([a-z0-9-]*[a-z0-9])?$",
        IdStyle::Either => "^[a-z]([a-z0-9_-]*[a-z0-9])?$",
    }
}

/// What keys ask of each other.
fn conditions(shape: &Shape, schema: &mut Map<String, Json>) {
    let mut all = Vec::new();
    for key in shape.keys {
        let name = key.name;
        let with_type = |types: &[&str]| json!({ "properties": { "type": { "enum": types } }, "required": ["type"] });
        let without = json!({ "not": { "required": [name] } });
        let needed = json!({ "required": [name] });
        match key.need {
            Need::Optional | Need::Always => {}
            Need::With(other) => {
                all.push(json!({ "if": { "required": [other] }, "then": needed, "else": without }));
            }
            Need::Unless(other) => {
                all.push(json!({ "anyOf": [needed, { "required": [other] }] }));
            }
            Need::Several(other) => all.push(json!({
                "if": { "properties": { other: { "type": "array", "minItems": 2 } }, "required": [other] },
                "then": needed,
            })),
            Need::For(types) => {
                all.push(json!({ "if": with_type(types), "else": without }));
            }
            Need::NeededFor(types) => {
                all.push(json!({ "if": with_type(types), "then": needed, "else": without }));
            }
        }
    }
    if !all.is_empty() {
        schema.insert("allOf".to_owned(), Json::Array(all));
    }
}

#[cfg(test)]
mod tests;
