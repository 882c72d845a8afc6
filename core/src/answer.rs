//! Answers: what is known about one applicant.

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::award::{Award, Per};
use crate::check;
use crate::exact;
use crate::fact::{Fact, Kind};
use crate::id::{AwardId, FactId, OptionId};
use crate::json::Json;
use crate::pack::Pack;
use crate::shape::found;
use crate::sorted::{insert, set};
use crate::space::{Point, Slot, Space, Span, day};
use crate::table::Table;
use crate::value::Value;

/// What was said about one fact. A fact that was not asked has no answer at all.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answer, Answers, Pack, Value};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let mut answers = Answers::new();
/// let twenty = Answer::Known(Value::Number(20.into()));
/// answers.set(&pack, &"patents".into(), Some(twenty)).unwrap();
/// answers.set(&pack, &"hnte".into(), Some(Answer::Unknown)).unwrap();
/// assert_eq!(answers.to_json().to_string(), r#"{"hnte":null,"patents":"20"}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The value.
    Known(Value),
    /// A number between two ends, both inclusive; an end left out is the domain's.
    Range {
        /// The least it can be.
        #[serde(skip_serializing_if = "Option::is_none")]
        min: Option<Decimal>,
        /// The most it can be.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<Decimal>,
    },
    /// 不清楚: to a determination the same as absent, but the interview does not ask again.
    Unknown,
}

impl Answer {
    /// What [`Answers::from_json`] reads as this answer.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Answer, Value};
    ///
    /// let answer = Answer::Known(Value::Number(20.into()));
    /// assert_eq!(answer.to_json().to_string(), "\"20\"");
    /// ```
    pub fn to_json(&self) -> Json {
        let text = |number: &Decimal| Json::from(number.normalize().to_string());
        match self {
            Self::Unknown => Json::Null,
            Self::Range { min, max } => {
                let mut range = Table::new();
                for (key, end) in [("min", min), ("max", max)] {
                    if let Some(end) = end {
                        range.insert(key.to_owned(), text(end));
                    }
                }
                Json::Object(range)
            }
            Self::Known(Value::YesNo(yes)) => Json::Bool(*yes),
            Self::Known(Value::Number(number)) => text(number),
            Self::Known(Value::Date(date)) => Json::from(date.to_string()),
            Self::Known(Value::Choice(option)) => Json::from(option.as_str()),
            Self::Known(Value::Choices(options)) => {
                Json::List(options.iter().map(|it| Json::from(it.as_str())).collect())
            }
            Self::Known(Value::Jurisdiction(code)) => Json::from(code.to_string()),
        }
    }
}

/// The answers of one applicant, each fit for its fact, and the awards already received.
///
/// # Example
///
/// ```no_run
/// # let pack: mingbai_core::Pack = unimplemented!();
/// use mingbai_core::Answers;
///
/// let json = r#"{"invention_patents_granted_year": 20, "hnte_valid": null}"#;
/// let answers = Answers::from_json(&pack, json)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    given: Table<FactId, Answer>,
    /// Sorted, each once.
    received: Vec<AwardId>,
    left: Left,
}

/// What the answers leave of each slot of the pack that they were last set for: follows
/// from them, and is no part of what they are.
#[derive(Clone, Default)]
struct Left {
    space: Option<Arc<Space>>,
    spans: Vec<Span>,
}

impl Left {
    fn is_of(&self, pack: &Pack) -> bool {
        self.space.as_ref().is_some_and(|space| Arc::ptr_eq(space, &pack.space))
    }
}

impl PartialEq for Left {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Left {}

impl fmt::Debug for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("_")
    }
}

impl Answers {
    /// No answers.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Answers;
    /// assert_eq!(Answers::new().iter().count(), 0);
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a flat object: fact id → value, `null` for *don't know*, or
    /// `{"min": …, "max": …}`; and, under `received`, a list of award ids.
    ///
    /// Money is a string or an integer. Facts and awards that the pack does not know are
    /// passed over, since they may be another pack's.
    ///
    /// # Errors
    ///
    /// Every answer that does not fit its fact, at once; one for the whole where `json` is
    /// no JSON or no object.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answer, Answers, Pack};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let json = r#"{"patents": {"min": 15, "max": 30}, "hnte": null}"#;
    /// let answers = Answers::from_json(&pack, json).unwrap();
    /// assert_eq!(answers.get(&"hnte".into()), Some(&Answer::Unknown));
    /// let json = r#"{"patents": true, "hnte": "second"}"#;
    /// assert!(Answers::from_json(&pack, json).is_err());
    /// ```
    pub fn from_json(pack: &Pack, json: &str) -> Result<Self, AnswerErrors> {
        let json =
            Json::parse(json).map_err(|error| AnswerErrors::whole(error.to_string()))?;
        Self::read(pack, &json)
    }

    /// Reads what [`Self::from_json`] parsed.
    ///
    /// # Errors
    ///
    /// Those of [`Self::from_json`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Json, Pack};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let file = Json::parse(r#"{"answers": {"patents": 20}}"#).unwrap();
    /// let answers = Answers::read(&pack, file.get("answers").unwrap()).unwrap();
    /// assert!(answers.get(&"patents".into()).is_some());
    /// ```
    pub fn read(pack: &Pack, json: &Json) -> Result<Self, AnswerErrors> {
        let Json::Object(entries) = json else {
            let problem = "found no object, expected `{\"fact\": answer, …}`";
            return Err(AnswerErrors::whole(problem.to_owned()));
        };
        let mut answers = Self::new();
        let mut errors = Vec::new();
        for (key, entry) in entries {
            if key == "received" {
                match received(entry) {
                    Some(received) => answers.received = received,
                    None => errors.push(AnswerError {
                        fact: Some(key.as_str().into()),
                        problem: "expected a list of award ids".to_owned(),
                    }),
                }
                continue;
            }
            let id = FactId::from(key.as_str());
            let Some(fact) = pack.fact(&id) else { continue };
            let outcome = read(&fact.kind, entry).and_then(|answer| {
                answers.set(pack, &id, Some(answer)).map_err(|it| it.problem)
            });
            if let Err(problem) = outcome {
                errors.push(AnswerError { fact: Some(id), problem });
            }
        }
        if errors.is_empty() { Ok(answers) } else { Err(AnswerErrors(errors)) }
    }

    /// The same object that [`Self::from_json`] reads.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Pack};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let json = r#"{"hnte":"first","incubator":null}"#;
    /// let answers = Answers::from_json(&pack, json).unwrap();
    /// assert_eq!(answers.to_json().to_string(), json);
    /// ```
    pub fn to_json(&self) -> Json {
        let mut object = Table::new();
        for (fact, answer) in &self.given {
            object.insert(fact.to_string(), answer.to_json());
        }
        if !self.received.is_empty() {
            let ids = self.received.iter().map(|id| Json::from(id.as_str())).collect();
            object.insert("received".to_owned(), Json::List(ids));
        }
        Json::Object(object)
    }

    /// Sets, or with `None` takes back, the answer about a fact.
    ///
    /// # Errors
    ///
    /// The pack has no such fact, the fact is a derived one, or the answer does not fit
    /// its type and domain; then nothing is changed.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answer, Answers, Pack, Value};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let mut answers = Answers::new();
    /// let first = Answer::Known(Value::Choice("first".into()));
    /// answers.set(&pack, &"hnte".into(), Some(first)).unwrap();
    /// answers.set(&pack, &"hnte".into(), None).unwrap();
    /// assert_eq!(answers, Answers::new());
    /// ```
    pub fn set(
        &mut self,
        pack: &Pack,
        id: &FactId,
        answer: Option<Answer>,
    ) -> Result<(), AnswerError> {
        let refuse = |problem: String| AnswerError { fact: Some(id.clone()), problem };
        let index = pack.space.fact(id);
        let fact = index.and_then(|index| Some((index, pack.file().facts.get(index)?)));
        let Some((index, fact)) = fact else {
            return Err(refuse("no fact of this pack".to_owned()));
        };
        if fact.derived.is_some() {
            return Err(refuse("it is computed from other facts, not asked".to_owned()));
        }
        match answer {
            None => {
                self.given.remove(id);
            }
            Some(answer) => {
                fits(pack, id, &fact.kind, &answer).map_err(refuse)?;
                self.given.insert(id.clone(), answer);
            }
        }
        self.meet(pack);
        narrow(pack, index, fact, self.given.get(id), &mut self.left.spans);
        Ok(())
    }

    /// The answer about a fact; `None` where it was not asked.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answer, Answers, Pack};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let answers = Answers::from_json(&pack, r#"{"hnte": null}"#).unwrap();
    /// assert_eq!(answers.get(&"hnte".into()), Some(&Answer::Unknown));
    /// assert_eq!(answers.get(&"patents".into()), None);
    /// ```
    pub fn get(&self, fact: &FactId) -> Option<&Answer> {
        self.given.get(fact)
    }

    /// All answers, sorted by fact.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Pack};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let json = r#"{"patents": 20, "hnte": null}"#;
    /// let answers = Answers::from_json(&pack, json).unwrap();
    /// let facts: Vec<_> = answers.iter().map(|(fact, _)| fact.as_str()).collect();
    /// assert_eq!(facts, ["hnte", "patents"]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&FactId, &Answer)> {
        self.given.iter()
    }

    /// Says whether the applicant already had an award.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Answers;
    /// let mut answers = Answers::new();
    /// answers.set_received("hnte-first".into(), true);
    /// assert_eq!(answers.received(), ["hnte-first".into()]);
    /// ```
    pub fn set_received(&mut self, award: AwardId, received: bool) {
        if received {
            insert(&mut self.received, award);
        } else {
            self.received.retain(|other| *other != award);
        }
    }

    /// The awards already received, sorted.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Answers, Pack};
    /// # let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let json = r#"{"received": ["hnte-first"]}"#;
    /// let answers = Answers::from_json(&pack, json).unwrap();
    /// assert_eq!(answers.received(), ["hnte-first".into()]);
    /// ```
    pub fn received(&self) -> &[AwardId] {
        &self.received
    }

    /// Whether the applicant had an award and cannot have it again: what is granted each
    /// year or for each item is never used up.
    pub(crate) fn has_received(&self, award: &Award) -> bool {
        self.received.binary_search(&award.id).is_ok()
            && !matches!(award.per, Some(Per::Year | Per::Item))
    }

    /// Makes [`Self::spans`] of a pack a matter of looking it up.
    pub(crate) fn meet(&mut self, pack: &Pack) {
        if !self.left.is_of(pack) {
            self.left =
                Left { spans: self.computed(pack), space: Some(Arc::clone(&pack.space)) };
        }
    }

    /// What is left of each slot of the pack that was met last.
    pub(crate) fn left(&self) -> &[Span] {
        &self.left.spans
    }

    /// What is left of each slot.
    pub(crate) fn spans(&self, pack: &Pack) -> Cow<'_, [Span]> {
        match self.left.is_of(pack) {
            true => Cow::Borrowed(&self.left.spans),
            false => Cow::Owned(self.computed(pack)),
        }
    }

    fn computed(&self, pack: &Pack) -> Vec<Span> {
        let mut spans = pack.space.unknown();
        for (id, answer) in &self.given {
            let Some(index) = pack.space.fact(id) else { continue };
            let Some(fact) = pack.file().facts.get(index) else { continue };
            narrow(pack, index, fact, Some(answer), &mut spans);
        }
        spans
    }
}

/// Writes what an answer leaves of a fact's slots.
fn narrow(
    pack: &Pack,
    index: usize,
    fact: &Fact,
    answer: Option<&Answer>,
    spans: &mut [Span],
) {
    for (order, slot) in (0_usize..).zip(pack.space.slots_of(index)) {
        if let (Some(it), Some(span)) =
            (pack.space.slot(slot), spans.get_mut(slot as usize))
        {
            *span = match answer {
                Some(answer) => narrowed(&fact.kind, it, order, answer),
                None => it.span,
            };
        }
    }
}

/// What an answer leaves of the `order`-th slot of its fact. The answer fits the fact.
fn narrowed(kind: &Kind, slot: &Slot, order: usize, answer: &Answer) -> Span {
    let point = |place: Option<usize>| {
        place.and_then(|place| Point::try_from(place).ok()).map(Span::point)
    };
    let left = match (kind, answer) {
        (_, Answer::Unknown) => None,
        (_, Answer::Known(Value::YesNo(yes))) => Some(Span::point((*yes).into())),
        (_, Answer::Known(Value::Number(number))) => slot.exact(*number).map(Span::point),
        (_, Answer::Known(Value::Date(date))) => Some(Span::point(day(*date))),
        (Kind::Choice(options), Answer::Known(Value::Choice(option))) => {
            point(options.iter().position(|other| other == option))
        }
        (Kind::Choices(options), Answer::Known(Value::Choices(chosen))) => {
            let ticked = options.get(order).is_some_and(|option| chosen.contains(option));
            Some(Span::point(ticked.into()))
        }
        (_, Answer::Known(Value::Jurisdiction(code))) => {
            let (low, high) = code.span();
            Span::new(Point::from(low), Point::from(high)).intersect(slot.span)
        }
        (_, Answer::Range { min, max }) => {
            let low = min.map_or(slot.span.low, |min| slot.ceil(min));
            let high = max.map_or(slot.span.high, |max| slot.floor(max));
            (low <= high)
                .then_some(())
                .and_then(|()| Span::new(low, high).intersect(slot.span))
        }
        (_, Answer::Known(_)) => None,
    };
    left.unwrap_or(slot.span)
}

fn fits(pack: &Pack, id: &FactId, kind: &Kind, answer: &Answer) -> Result<(), String> {
    match answer {
        Answer::Unknown => Ok(()),
        Answer::Known(value) => check::value(kind, value),
        Answer::Range { min, max } => {
            let numeric = matches!(
                kind,
                Kind::Count(_)
                    | Kind::Decimal(_)
                    | Kind::Money(_)
                    | Kind::Percent(_)
                    | Kind::Year(_)
            );
            if !numeric {
                let expected = check::expected(kind);
                return Err(format!("found a range, expected {expected}"));
            }
            let slot = pack.space.fact(id).and_then(|index| {
                pack.space.slots_of(index).next().and_then(|slot| pack.space.slot(slot))
            });
            let Some(slot) = slot else { return Ok(()) };
            let low = min.map_or(slot.span.low, |min| slot.ceil(min));
            let high = max.map_or(slot.span.high, |max| slot.floor(max));
            if low > high {
                return Err("the range holds no possible value".to_owned());
            }
            match Span::new(low, high).intersect(slot.span) {
                Some(_) => Ok(()),
                None => Err("the range lies outside what is possible".to_owned()),
            }
        }
    }
}

fn received(json: &Json) -> Option<Vec<AwardId>> {
    let ids: Option<Vec<_>> =
        json.as_list()?.iter().map(|id| id.as_str().map(AwardId::from)).collect();
    ids.map(set)
}

fn read(kind: &Kind, json: &Json) -> Result<Answer, String> {
    let wrong =
        || format!("found {}, expected {}, or null", found(json), check::expected(kind));
    if *json == Json::Null {
        return Ok(Answer::Unknown);
    }
    if let Json::Object(range) = json {
        let stranger = range.keys().find(|key| !matches!(key.as_str(), "min" | "max"));
        if let Some(key) = stranger {
            return Err(format!("found `{key}` in a range, expected `min` and `max`"));
        }
        let end = |key: &str| match range.get(key) {
            None | Some(Json::Null) => Ok(None),
            Some(end) => number(end).map(Some),
        };
        return Ok(Answer::Range { min: end("min")?, max: end("max")? });
    }
    let value = match kind {
        Kind::YesNo => Value::YesNo(json.as_bool().ok_or_else(wrong)?),
        Kind::Count(_)
        | Kind::Decimal(_)
        | Kind::Money(_)
        | Kind::Percent(_)
        | Kind::Year(_) => Value::Number(number(json)?),
        Kind::Date => {
            let date = json.as_str().and_then(|text| text.parse().ok());
            Value::Date(date.ok_or_else(wrong)?)
        }
        Kind::Choice(_) => Value::Choice(json.as_str().ok_or_else(wrong)?.into()),
        Kind::Choices(_) => {
            let options: Option<Vec<OptionId>> = json.as_list().and_then(|list| {
                list.iter().map(|option| option.as_str().map(OptionId::from)).collect()
            });
            Value::Choices(options.ok_or_else(wrong)?)
        }
        Kind::Jurisdiction => {
            let text = json.as_str().map(str::to_owned);
            let text = text.or_else(|| json.as_u64().map(|code| code.to_string()));
            let code = text.ok_or_else(wrong)?.parse();
            Value::Jurisdiction(
                code.map_err(|error: crate::JurisdictionError| error.to_string())?,
            )
        }
    };
    Ok(Answer::Known(value))
}

fn number(json: &Json) -> Result<Decimal, String> {
    let number = match json {
        Json::Text(text) => exact::parse(text),
        // A fraction was a float somewhere, and may have lost digits on the way.
        Json::Number(digits) if !digits.contains(['.', 'e', 'E']) => exact::parse(digits),
        _ => None,
    };
    number.ok_or_else(|| {
        format!(
            "found {}, expected an integer or a number in quotes, such as \"1.5\"",
            found(json)
        )
    })
}

/// An answer that was refused.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answer, Answers, Pack, Value};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let yes = Answer::Known(Value::YesNo(true));
/// let error = Answers::new().set(&pack, &"patents".into(), Some(yes)).unwrap_err();
/// assert_eq!(error.fact, Some("patents".into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerError {
    /// The fact; `None` where the whole is of the wrong shape.
    pub fact: Option<FactId>,
    /// What is wrong: found and expected.
    pub problem: String,
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fact {
            Some(fact) => write!(f, "`{fact}`: {}", self.problem),
            None => f.write_str(&self.problem),
        }
    }
}

impl core::error::Error for AnswerError {}

/// All answers that were refused; non-empty.
///
/// # Example
///
/// ```
/// use mingbai_core::{Answers, Pack};
///
/// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
/// let json = r#"{"patents": true, "incubator": 3}"#;
/// let errors = Answers::from_json(&pack, json).unwrap_err();
/// assert_eq!(errors.0.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerErrors(pub Vec<AnswerError>);

impl AnswerErrors {
    fn whole(problem: String) -> Self {
        Self(vec![AnswerError { fact: None, problem }])
    }
}

impl fmt::Display for AnswerErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl core::error::Error for AnswerErrors {}
