//! `mingbai assess`: answers in, assessment out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use mingbai_core::{
    Answers, Assessment, Date, Determination, Jurisdiction, Language, Pack, Prose,
    Session, Texts, Verdict,
};
use mingbai_rules::{Compilation, CompiledPack, compile, nearest, render};
use serde_json::Value as Json;

use super::{Failure, Style, print, read, say, style_of, summary};

#[derive(Debug, Args)]
pub(super) struct AssessArguments {
    /// Where the applicant is looked at: a division code of GB/T 2260, of the city whose
    /// rules these are or of a district inside it
    #[arg(long, value_name = "CODE")]
    jurisdiction: String,
    /// The day on which the rules are read, such as 2019-06-01; left out: today
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// A JSON file with the answers, or `-` for standard input
    ///
    /// {"registered_in": "371000", "invention_patents_granted_year": 20,
    /// "rd_expense_cny": "3000000.00", "hnte_valid": null}: a fact left out was not asked,
    /// null is don't know, {"min": 15, "max": 30} a range; `received` lists the awards
    /// that the applicant already had.
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
    /// Ids of awards that the applicant already had
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    received: Vec<String>,
    /// JSON for programs, text for people
    #[arg(long, value_enum, default_value_t)]
    format: Style,
    /// The language of the text
    #[arg(long, value_enum, default_value_t)]
    language: Tongue,
    /// The folder that holds one folder for each jurisdiction
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

/// A language of the text.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Tongue {
    /// 简体中文
    #[default]
    #[value(name = "zh-Hans")]
    Simplified,
    /// 繁體中文
    #[value(name = "zh-Hant")]
    Traditional,
    /// English
    #[value(name = "en")]
    English,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Simplified => Self::ChineseSimplified,
            Tongue::Traditional => Self::ChineseTraditional,
            Tongue::English => Self::English,
        }
    }
}

/// Assesses one applicant.
pub(super) fn assess(arguments: &AssessArguments) -> Result<ExitCode, Failure> {
    let jurisdiction: Jurisdiction = arguments
        .jurisdiction
        .trim()
        .parse()
        .map_err(|error| Failure::usage(format!("--jurisdiction: {error}")))?;
    let as_of = date(arguments.as_of.as_deref())?;
    let place = if arguments.answers == Path::new("-") {
        "standard input".to_owned()
    } else {
        arguments.answers.display().to_string()
    };
    let answers = answers(&arguments.answers, &place)?;
    let sources = read(arguments.rules.as_deref())?;
    let compilation = compile(&sources);
    if compilation.diagnostics.errors() > 0 {
        let format = style_of(Style::Text, io::stderr().is_terminal());
        say(&render(&compilation.diagnostics, &sources, format));
        return Err(Failure::failed(format!(
            "the rules have errors, so nothing is assessed: {}",
            summary(&compilation.diagnostics)
        )));
    }
    let compiled = pack_of(&compilation.packs, jurisdiction)?;
    let mut answers = known(answers, &place, &compilation)?;
    receive(&mut answers, &arguments.received, &place, &compilation)?;
    let pack = Pack::load(compiled.rules.clone()).map_err(Failure::failed)?;
    let answers = Answers::from_json(&pack, &Json::Object(answers).to_string()).map_err(
        |errors| {
            let lines = errors.0.iter().map(|error| format!("{place}: {error}"));
            Failure::usage(lines.collect::<Vec<_>>().join("\nerror: "))
        },
    )?;
    let session = Session::with_answers(Arc::new(pack), as_of, answers);
    let report = session.report();
    let text = match arguments.format {
        Style::Json => {
            serde_json::to_string_pretty(&report).map_err(Failure::failed)? + "\n"
        }
        Style::Text => {
            let language = Language::from(arguments.language);
            let texts = compiled.texts.iter().find(|it| it.language == language);
            texts.map_or_else(String::new, |texts| text(&report.assessment, texts))
        }
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn date(given: Option<&str>) -> Result<Date, Failure> {
    let Some(given) = given else {
        let today = jiff::Zoned::now().date();
        let today = Date::new(today.year(), today.month(), today.day());
        return today.map_err(|error| Failure::usage(format!("today is {error}")));
    };
    match given.parse() {
        Ok(date) if given.len() == 10 => Ok(date),
        _ => Err(Failure::usage(format!(
            "--as-of: `{given}` is not a date: expected year-month-day, such as 2019-06-01"
        ))),
    }
}

/// The answers as they are written.
fn answers(path: &Path, place: &str) -> Result<serde_json::Map<String, Json>, Failure> {
    let mut text = String::new();
    let outcome = if path == Path::new("-") {
        io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        fs::read_to_string(path).map(|found| text = found)
    };
    outcome.map_err(|error| {
        Failure::usage(format!(
            "{place}: the answers cannot be read: {error}; expected a JSON file in UTF-8"
        ))
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    match serde_json::from_str(text) {
        Ok(Json::Object(answers)) => Ok(answers),
        Ok(_) => Err(Failure::usage(format!(
            "{place}: found no object, expected `{{\"registered_in\": \"371000\", …}}`"
        ))),
        Err(error) => Err(Failure::usage(format!("{place}: not JSON: {error}"))),
    }
}

/// The pack of the jurisdiction, or of the nearest one around it.
fn pack_of(
    packs: &[CompiledPack],
    jurisdiction: Jurisdiction,
) -> Result<&CompiledPack, Failure> {
    let mut candidate = Some(jurisdiction);
    while let Some(code) = candidate {
        if let Some(pack) = packs.iter().find(|pack| pack.rules.jurisdiction == code) {
            return Ok(pack);
        }
        candidate = code.parent();
    }
    let known: Vec<String> = packs
        .iter()
        .map(|pack| {
            let english = pack.texts.iter().find(|it| it.language == Language::English);
            let name = english.map_or("", |texts| texts.name.as_str());
            format!("{} ({name})", pack.rules.jurisdiction)
        })
        .collect();
    Err(Failure::usage(format!(
        "--jurisdiction: no rules for `{jurisdiction}`: expected one of {}, or a division \
         inside",
        known.join(", ")
    )))
}

/// Refuses ids that no pack knows, and drops facts that no award uses.
fn known(
    answers: serde_json::Map<String, Json>,
    place: &str,
    compilation: &Compilation,
) -> Result<serde_json::Map<String, Json>, Failure> {
    let facts = &compilation.facts;
    let by_name: BTreeMap<&str, &str> =
        facts.iter().map(|(id, name)| (name.as_str(), id.as_str())).collect();
    let mut errors = Vec::new();
    for id in answers.keys() {
        if id == "received" || facts.contains_key(id) {
            continue;
        }
        let meant = by_name.get(id.as_str()).copied();
        let ids = facts.keys().map(String::as_str).chain(["received"]);
        let meant = meant.or_else(|| nearest(id, ids));
        let hint = meant.map_or_else(
            || "facts are written by their ids".to_owned(),
            |meant| format!("did you mean `{meant}`?"),
        );
        errors.push(format!("{place}: no fact has the id `{id}`: {hint}"));
    }
    if errors.is_empty() {
        return Ok(answers);
    }
    Err(Failure::usage(errors.join("\nerror: ")))
}

/// Adds the awards of `--received` to those of the file; refuses ids that no pack knows.
fn receive(
    answers: &mut serde_json::Map<String, Json>,
    given: &[String],
    place: &str,
    compilation: &Compilation,
) -> Result<(), Failure> {
    let awards: BTreeSet<&str> = compilation
        .packs
        .iter()
        .flat_map(|pack| &pack.rules.awards)
        .map(|award| award.id.as_str())
        .collect();
    let mut received: Vec<(String, &str)> = Vec::new();
    match answers.get("received") {
        None => {}
        Some(Json::Array(ids)) if ids.iter().all(Json::is_string) => {
            let ids = ids.iter().filter_map(|id| id.as_str());
            received.extend(ids.map(|id| (id.to_owned(), place)));
        }
        Some(_) => {
            return Err(Failure::usage(format!(
                "{place}: `received`: expected a list of award ids"
            )));
        }
    }
    let given = given.iter().map(|id| id.trim()).filter(|id| !id.is_empty());
    received.extend(given.map(|id| (id.to_owned(), "--received")));
    let mut errors = Vec::new();
    for (id, place) in &received {
        if !awards.contains(id.as_str()) {
            let hint = nearest(id, awards.iter().copied()).map_or_else(
                || "`mingbai check` reads the rules that hold them".to_owned(),
                |meant| format!("did you mean `{meant}`?"),
            );
            errors.push(format!("{place}: no award has the id `{id}`: {hint}"));
        }
    }
    if !errors.is_empty() {
        return Err(Failure::usage(errors.join("\nerror: ")));
    }
    if !received.is_empty() {
        let ids = received.into_iter().map(|(id, _)| Json::from(id)).collect();
        answers.insert("received".to_owned(), Json::Array(ids));
    }
    Ok(())
}

/// The headings of the text.
struct Headings {
    verdicts: [&'static str; 5],
    article: &'static str,
    missing: &'static str,
    total: &'static str,
    version: &'static str,
    as_of: &'static str,
    disclaimer: &'static str,
}

const CHINESE: Headings = Headings {
    verdicts: ["可申报", "还差信息", "待主管部门判断", "暂不符合", "已享受"],
    article: "依据",
    missing: "还差",
    total: "确定可得合计",
    version: "规则版本",
    as_of: "评估日期",
    disclaimer: "自评结果，以主管部门审定为准。",
};

const TRADITIONAL: Headings = Headings {
    verdicts: ["可申報", "還差資訊", "待主管部門判斷", "暫不符合", "已享受"],
    article: "依據",
    missing: "還差",
    total: "確定可得合計",
    version: "規則版本",
    as_of: "評估日期",
    disclaimer: "自評結果，以主管部門審定為準。",
};

const ENGLISH: Headings = Headings {
    verdicts: [
        "Eligible",
        "Undetermined",
        "Needs the authority's judgement",
        "Not eligible now",
        "Already received",
    ],
    article: "article",
    missing: "missing",
    total: "Certain total",
    version: "rules",
    as_of: "as of",
    disclaimer: "A self-assessment; the authority decides.",
};

/// The assessment for people.
fn text(assessment: &Assessment<'_>, texts: &Texts) -> String {
    let headings = match texts.language {
        Language::ChineseSimplified => &CHINESE,
        Language::ChineseTraditional => &TRADITIONAL,
        Language::English => &ENGLISH,
    };
    let prose = Prose::new(assessment.pack, texts);
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(
        out,
        "{}  {} {}  {} {}",
        texts.name,
        headings.version,
        assessment.pack.file().version,
        headings.as_of,
        assessment.as_of
    );
    for (verdict, heading) in Verdict::ALL.into_iter().zip(headings.verdicts) {
        let group: Vec<&Determination<'_>> = assessment
            .determinations
            .iter()
            .filter(|determination| determination.verdict == verdict)
            .collect();
        if group.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{heading} ({})", group.len());
        for determination in group {
            out.push_str(&line(determination, texts, headings, &prose));
        }
    }
    let total = prose.amounts(assessment.totals().certain.amount);
    let _ = writeln!(out, "\n{}: {total}\n{}", headings.total, headings.disclaimer);
    out
}

fn line(
    determination: &Determination<'_>,
    texts: &Texts,
    headings: &Headings,
    prose: &Prose<'_>,
) -> String {
    let award = determination.award;
    let words = texts.awards.get(&award.id);
    let document = texts.documents.get(&award.cite.document);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "- {}  {}\n    {} {} {}  [{}]",
        words.map_or(award.id.as_str(), |words| &words.title),
        prose.amounts(determination.amount),
        headings.article,
        document.map_or("", String::as_str),
        award.cite.article,
        award.id
    );
    if !determination.missing.is_empty() {
        let missing: Vec<&str> =
            determination.missing.iter().map(|fact| prose.name(&fact.id)).collect();
        let comma = if texts.language == Language::English { ", " } else { "、" };
        let _ = writeln!(out, "    {}: {}", headings.missing, missing.join(comma));
    }
    out
}
