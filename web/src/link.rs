//! Answers as one line of text: what a link carries after its `#`, and what the browser
//! keeps where the reader wants that.
//!
//! `1,371000,3137f75feda0&registered_in=371002&patents=15~30&hnte_valid=~&received=a,b`
//!
//! First the form of the line, whose rules were answered and in which version; then an
//! answer each. `~` alone is 不清楚, a range has it between its ends, of which one may be
//! missing; several choices are joined by commas. None of these signs stands in an id.

use mingbai_core::{
    Answer, Answers, AwardId, Fact, FactId, Jurisdiction, Kind, Pack, Value, exact,
};

/// The form that is written, and the only one that is read.
const FORM: &str = "1";
/// Under which the awards stand that were received; no fact has this id.
const RECEIVED: &str = "received";

/// The line of these answers.
pub fn line(pack: &Pack, answers: &Answers) -> String {
    let file = pack.file();
    let mut line = format!("{FORM},{},{}", file.jurisdiction, file.version);
    let mut add = |name: &str, value: &str| {
        line.extend(["&", name, "=", value]);
    };
    for (fact, answer) in answers.iter() {
        add(fact.as_str(), &written(answer));
    }
    if !answers.received().is_empty() {
        let ids: Vec<&str> = answers.received().iter().map(AwardId::as_str).collect();
        add(RECEIVED, &ids.join(","));
    }
    line
}

fn written(answer: &Answer) -> String {
    match answer {
        Answer::Unknown => "~".to_owned(),
        Answer::Range { min, max } => {
            let end = |end: &Option<mingbai_core::Decimal>| {
                end.map(|end| end.normalize().to_string()).unwrap_or_default()
            };
            format!("{}~{}", end(min), end(max))
        }
        Answer::Known(value) => match value {
            Value::YesNo(true) => "yes".to_owned(),
            Value::YesNo(false) => "no".to_owned(),
            Value::Number(number) => number.normalize().to_string(),
            Value::Date(date) => date.to_string(),
            Value::Choice(option) => option.to_string(),
            Value::Choices(options) => {
                let ids: Vec<&str> = options.iter().map(|id| id.as_str()).collect();
                ids.join(",")
            }
            Value::Jurisdiction(place) => place.to_string(),
        },
    }
}

/// A line that was read: whose rules it answers, and its answers as they stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Whose rules were answered.
    pub jurisdiction: Jurisdiction,
    /// Their version.
    pub version: String,
    entries: Vec<(String, String)>,
}

impl Carried {
    /// Reads a line; `None` where it is none, or one of another form.
    pub fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('&');
        let mut head = parts.next()?.split(',');
        if head.next()? != FORM {
            return None;
        }
        let jurisdiction = head.next()?.parse().ok()?;
        let version = head.next()?.to_owned();
        let entry = |part: &str| {
            let (name, value) = part.split_once('=')?;
            Some((name.to_owned(), value.to_owned()))
        };
        let entries = parts.map(entry).collect::<Option<_>>()?;
        Some(Self { jurisdiction, version, entries })
    }

    /// Its answers to a pack, and how many of them do not fit it.
    pub fn answers(&self, pack: &Pack) -> (Answers, usize) {
        let mut answers = Answers::new();
        let mut lost = 0;
        for (name, value) in &self.entries {
            if name == RECEIVED {
                for id in value.split(',').map(AwardId::from) {
                    match pack.award(&id) {
                        Some(_) => answers.set_received(id, true),
                        None => lost += 1,
                    }
                }
                continue;
            }
            let id = FactId::from(name.as_str());
            let answer = pack.fact(&id).and_then(|fact| answer(fact, value));
            let fits = answer.map(|answer| answers.set(pack, &id, Some(answer)));
            if !matches!(fits, Some(Ok(()))) {
                lost += 1;
            }
        }
        (answers, lost)
    }
}

fn answer(fact: &Fact, text: &str) -> Option<Answer> {
    if let Some((min, max)) = text.split_once('~') {
        if min.is_empty() && max.is_empty() {
            return Some(Answer::Unknown);
        }
        let end = |text: &str| match text {
            "" => Some(None),
            text => exact::parse(text).map(Some),
        };
        return Some(Answer::Range { min: end(min)?, max: end(max)? });
    }
    Some(Answer::Known(match &fact.kind {
        Kind::YesNo if text == "yes" => Value::YesNo(true),
        Kind::YesNo if text == "no" => Value::YesNo(false),
        Kind::YesNo => return None,
        Kind::Date => Value::Date(text.parse().ok()?),
        Kind::Choice(_) => Value::Choice(text.into()),
        Kind::Choices(_) => {
            let ids = text.split(',').filter(|id| !id.is_empty());
            Value::Choices(ids.map(Into::into).collect())
        }
        Kind::Jurisdiction => Value::Jurisdiction(text.parse().ok()?),
        _ => Value::Number(exact::parse(text)?),
    }))
}

#[cfg(test)]
mod tests {
    use mingbai_core::Decimal;
    use serde_json::json;

    use super::*;

    fn pack(extra: &str) -> Pack {
        let domain = json!({"min": "0", "decimals": 2});
        let fact = |id: &str, kind: serde_json::Value| json!({"id": id, "kind": kind});
        let pack = json!({
            "schema": mingbai_core::SCHEMA, "version": "v1", "jurisdiction": "371000",
            "documents": [{"id": "d"}],
            "facts": [
                fact("place", json!("jurisdiction")),
                fact("valid", json!("yes-no")),
                fact("costs", json!({"money": domain})),
                fact("since", json!("date")),
                fact("kind", json!({"choice": ["firm", extra]})),
                fact("marks", json!({"choices": ["a", "b", extra]})),
            ],
            "sections": [], "questions": [],
            "awards": [{"id": "one", "cite": {"document": "d", "article": "1"},
                "criteria": [{"condition": {"has": {"fact": "marks", "option": "a"}},
                    "cite": {"document": "d", "article": "1"}}],
                "amount": {"fixed": {"number": "1"}}, "selection": "automatic"}],
        });
        Pack::from_json(&pack.to_string()).unwrap()
    }

    /// Pieces of lines put together at random, from a fixed seed: read or refused, and
    /// never an answer that does not fit its fact.
    #[test]
    fn ten_thousand_hostile_lines_do_nothing() {
        const PIECES: [&str; 24] = [
            "1,371000,v1",
            "1,",
            "&",
            "=",
            "~",
            ",",
            "place=",
            "valid=yes",
            "costs=",
            "since=",
            "kind=",
            "marks=",
            "received=one",
            "1e999",
            "-1",
            "79228162514264337593543950336",
            "2026-02-30",
            "\u{0}",
            "\u{202e}",
            "海",
            "%E0",
            "<script>",
            "999999",
            "0.000",
        ];
        let pack = pack("c");
        let mut seed = 20_261_122_u32;
        let mut next = |end: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as usize % end
        };
        let mut read = 0;
        for _ in 0..10_000 {
            let count = next(12);
            let start = if next(2) == 0 { "1,371000,v1&" } else { "" };
            let mut line = start.to_owned();
            line.extend((0..count).map(|_| PIECES[next(PIECES.len())]));
            let Some(carried) = Carried::read(&line) else { continue };
            let (answers, _) = carried.answers(&pack);
            for (fact, answer) in answers.iter() {
                let again = Answers::new().set(&pack, fact, Some(answer.clone()));
                assert!(again.is_ok(), "{line}: {again:?}");
            }
            read += 1;
        }
        assert!(read > 100, "only {read} were lines at all");
    }

    fn answers(pack: &Pack) -> Answers {
        let mut answers = Answers::new();
        let mut set = |id: &str, answer: Answer| {
            answers.set(pack, &id.into(), Some(answer)).unwrap();
        };
        set("place", Answer::Known(Value::Jurisdiction("371002".parse().unwrap())));
        set("valid", Answer::Unknown);
        let (min, max) = (Some(Decimal::new(1550, 2)), None);
        set("costs", Answer::Range { min, max });
        set("since", Answer::Known(Value::Date("2020-01-31".parse().unwrap())));
        set("kind", Answer::Known(Value::Choice("other".into())));
        set("marks", Answer::Known(Value::Choices(vec!["a".into(), "b".into()])));
        answers.set_received("one".into(), true);
        answers
    }

    #[test]
    fn a_line_says_all_answers() {
        let pack = pack("other");
        let answers = answers(&pack);
        let line = line(&pack, &answers);
        assert_eq!(
            line,
            "1,371000,v1&costs=15.5~&kind=other&marks=a,b&place=371002\
             &since=2020-01-31&valid=~&received=one"
        );
        let carried = Carried::read(&line).unwrap();
        assert_eq!(carried.answers(&pack), (answers, 0));
    }

    #[test]
    fn of_other_rules_what_does_not_fit_is_counted() {
        let line = line(&pack("other"), &answers(&pack("other")));
        let (answers, lost) = Carried::read(&line).unwrap().answers(&pack("another"));
        assert_eq!((answers.iter().count(), lost), (5, 1));
    }

    #[test]
    fn what_is_no_line_is_refused() {
        for line in
            ["", "1", "2,371000,v1&place=371002", "1,weihai,v1", "1,371000,v1&place"]
        {
            assert_eq!(Carried::read(line), None, "{line:?}");
        }
        let odd =
            "1,371000,v1&place=x&valid=maybe&costs=~~&costs=1e9&since=&marks=a,z&&=";
        assert_eq!(Carried::read(odd), None);
        let odd =
            "1,371000,v1&place=x&valid=maybe&costs=~~&since=&marks=a,z&none=1&received=z";
        let (answers, lost) = Carried::read(odd).unwrap().answers(&pack("other"));
        assert_eq!((answers, lost), (Answers::new(), 7));
    }
}
