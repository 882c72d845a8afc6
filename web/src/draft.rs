//! What stands on one question's screen: typed and ticked, not yet an answer.
//!
//! A draft is made from the answers given before, changed by the reader, and read back
//! into answers when the reader goes on. What cannot be read stays in the draft, with a
//! complaint beside it.

use mingbai_core::{
    Answer, Date, Decimal, Fact, FactId, Form, Jurisdiction, Kind, OptionId, Value,
};

use crate::number::{self, Measure, Refusal};

/// The state of one question's screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// A handful: one for each fact that something was entered for.
    entries: Vec<(FactId, Entry)>,
    /// In a checklist: whether the reader has said anything about what is not ticked.
    pub rest: Rest,
}

/// What a checklist says of the boxes that are not ticked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// Nothing: they are not the case, if something else is ticked.
    #[default]
    Unsaid,
    /// 以上都没有: none of them is the case, and nothing is ticked.
    None,
    /// 其余不清楚: not known.
    Unsure,
}

/// What was entered for one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// 不清楚.
    Unsure,
    /// Yes or no; in a checklist, ticked.
    YesNo(bool),
    /// One option.
    Choice(OptionId),
    /// Any options; empty means 以上都没有.
    Choices(Vec<OptionId>),
    /// A number or a day, as typed.
    Exact(String),
    /// The least and the most, as typed.
    Rough {
        /// The least.
        least: String,
        /// The most.
        most: String,
    },
    /// Where the applicant is registered.
    Place(Place),
}

/// A place as two lists choose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A city that has a pack; its district is not known.
    City(Jurisdiction),
    /// A district or county inside a city that has a pack.
    District {
        /// The city.
        city: Jurisdiction,
        /// The district.
        district: Jurisdiction,
    },
    /// A city that has no pack.
    Elsewhere,
}

/// Which control of a fact a complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// The choice itself: radio buttons, boxes, a list.
    Choice,
    /// The field of the exact figure.
    Exact,
    /// The field of the least.
    Least,
    /// The field of the most.
    Most,
}

/// Why an entry is no answer yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The fact; of a whole checklist its first one.
    pub fact: FactId,
    /// Where to put it right.
    pub control: Control,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing is chosen.
    NothingChosen,
    /// Nothing in a checklist is ticked.
    NothingTicked,
    /// No city is chosen.
    NoPlace,
    /// Not a number.
    Number {
        /// What was typed.
        text: String,
        /// Why it was refused.
        refusal: Refusal,
    },
    /// Not a day.
    Day,
    /// The least is more than the most.
    Span,
}

/// What a draft comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// An answer for each fact of the screen.
    Answers(Vec<(FactId, Answer)>),
    /// Registered in a city that has no pack.
    Elsewhere,
    /// What has to be put right, in the order of the screen; non-empty.
    Complaints(Vec<Complaint>),
}

impl Draft {
    /// The draft of a screen whose facts have these answers.
    pub fn of<'a>(
        form: Form,
        facts: &[FactId],
        fact: impl Fn(&FactId) -> Option<&'a Fact>,
        answer: impl Fn(&FactId) -> Option<&'a Answer>,
    ) -> Self {
        let mut draft = Self::default();
        let checklist = form == Form::Checklist;
        let (mut any, mut ticked) = (false, false);
        for id in facts {
            let (Some(fact), Some(answer)) = (fact(id), answer(id)) else { continue };
            any = true;
            let entry = entry_of(&fact.kind, answer);
            if !checklist {
                draft.enter(id.clone(), entry);
                continue;
            }
            match entry {
                Entry::Unsure => draft.rest = Rest::Unsure,
                Entry::YesNo(false) => {}
                Entry::Exact(text) if text == "0" => {}
                entry => {
                    ticked = true;
                    draft.enter(id.clone(), entry);
                }
            }
        }
        if checklist && any && !ticked && draft.rest == Rest::Unsaid {
            draft.rest = Rest::None;
        }
        draft
    }

    /// What was entered for a fact; `None` while nothing was.
    pub fn entry(&self, fact: &FactId) -> Option<&Entry> {
        self.entries.iter().find(|(id, _)| id == fact).map(|(_, entry)| entry)
    }

    /// Enters something for a fact.
    pub fn enter(&mut self, fact: FactId, entry: Entry) {
        self.entries.retain(|(id, _)| *id != fact);
        self.entries.push((fact, entry));
    }

    /// Ticks or unticks a box of a checklist. A count opens with an empty field.
    pub fn tick(&mut self, fact: &Fact, ticked: bool) {
        if ticked {
            let entry = match Measure::of(&fact.kind) {
                Some(_) => Entry::Exact(String::new()),
                None => Entry::YesNo(true),
            };
            self.enter(fact.id.clone(), entry);
            if self.rest == Rest::None {
                self.rest = Rest::Unsaid;
            }
        } else {
            self.entries.retain(|(id, _)| *id != fact.id);
        }
    }

    /// Says something of the boxes that are not ticked. 以上都没有 unticks all.
    pub fn say_rest(&mut self, rest: Rest) {
        self.rest = rest;
        if rest == Rest::None {
            self.entries.clear();
        }
    }

    /// Reads the draft.
    pub fn read<'a>(
        &self,
        form: Form,
        facts: &[FactId],
        fact: impl Fn(&FactId) -> Option<&'a Fact>,
        unit: impl Fn(&FactId) -> Option<&'a str>,
    ) -> Outcome {
        let checklist = form == Form::Checklist;
        let mut answers = Vec::new();
        let mut complaints = Vec::new();
        let mut elsewhere = false;
        if checklist && self.entries.is_empty() && self.rest == Rest::Unsaid {
            let what = Wrong::NothingTicked;
            complaints.extend(facts.first().map(|first| Complaint {
                fact: first.clone(),
                control: Control::Choice,
                what,
            }));
            return Outcome::Complaints(complaints);
        }
        for id in facts {
            let Some(fact) = fact(id) else { continue };
            let answer = match self.entry(id) {
                None if checklist => Ok(self.unticked(fact)),
                None => Err(nothing(fact)),
                Some(Entry::Place(Place::Elsewhere)) => {
                    elsewhere = true;
                    continue;
                }
                Some(entry) => read_entry(entry, fact, unit(id)),
            };
            match answer {
                Ok(answer) => answers.push((id.clone(), answer)),
                Err((control, what)) => {
                    complaints.push(Complaint { fact: id.clone(), control, what });
                }
            }
        }
        match (complaints.is_empty(), elsewhere) {
            (false, false) => Outcome::Complaints(complaints),
            (_, true) => Outcome::Elsewhere,
            (true, false) => Outcome::Answers(answers),
        }
    }

    fn unticked(&self, fact: &Fact) -> Answer {
        match self.rest {
            Rest::Unsure => Answer::Unknown,
            Rest::None | Rest::Unsaid => match Measure::of(&fact.kind) {
                Some(_) => Answer::Known(Value::Number(Decimal::ZERO)),
                None => Answer::Known(Value::YesNo(false)),
            },
        }
    }
}

fn nothing(fact: &Fact) -> (Control, Wrong) {
    if Measure::of(&fact.kind).is_some() {
        let wrong = Wrong::Number { text: String::new(), refusal: Refusal::Empty };
        return (Control::Exact, wrong);
    }
    match fact.kind {
        Kind::Jurisdiction => (Control::Choice, Wrong::NoPlace),
        Kind::Date => (Control::Exact, Wrong::Day),
        _ => (Control::Choice, Wrong::NothingChosen),
    }
}

fn entry_of(kind: &Kind, answer: &Answer) -> Entry {
    match answer {
        Answer::Unknown => Entry::Unsure,
        Answer::Range { min, max } => Entry::Rough {
            least: min.map(number::group).unwrap_or_default(),
            most: max.map(number::group).unwrap_or_default(),
        },
        Answer::Known(value) => match value {
            Value::YesNo(yes) => Entry::YesNo(*yes),
            Value::Number(number) if matches!(kind, Kind::Year(_)) => {
                Entry::Exact(number.normalize().to_string())
            }
            Value::Number(number) => Entry::Exact(number::group(*number)),
            Value::Date(date) => {
                let (year, month, day) = (date.year(), date.month(), date.day());
                Entry::Exact(format!("{year:04}-{month:02}-{day:02}"))
            }
            Value::Choice(option) => Entry::Choice(option.clone()),
            Value::Choices(options) => Entry::Choices(options.clone()),
            Value::Jurisdiction(place) => Entry::Place(place_of(*place)),
        },
    }
}

fn place_of(place: Jurisdiction) -> Place {
    let is_city = place.code().is_multiple_of(100);
    match place.parent() {
        Some(city) if !is_city => Place::District { city, district: place },
        _ => Place::City(place),
    }
}

fn read_entry(
    entry: &Entry,
    fact: &Fact,
    unit: Option<&str>,
) -> Result<Answer, (Control, Wrong)> {
    let number = |text: &str, control: Control| {
        let Some((measure, domain)) = Measure::of(&fact.kind) else {
            return Err((Control::Choice, Wrong::NothingChosen));
        };
        number::parse(text, measure, domain, unit).map_err(|refusal| {
            (control, Wrong::Number { text: text.trim().to_owned(), refusal })
        })
    };
    Ok(match entry {
        Entry::Unsure => Answer::Unknown,
        Entry::YesNo(yes) => Answer::Known(Value::YesNo(*yes)),
        Entry::Choice(option) => Answer::Known(Value::Choice(option.clone())),
        Entry::Choices(options) => Answer::Known(Value::Choices(options.clone())),
        Entry::Place(Place::City(place))
        | Entry::Place(Place::District { district: place, .. }) => {
            Answer::Known(Value::Jurisdiction(*place))
        }
        Entry::Place(Place::Elsewhere) => return Err((Control::Choice, Wrong::NoPlace)),
        Entry::Exact(text) if fact.kind == Kind::Date => match day(text) {
            Some(day) => Answer::Known(Value::Date(day)),
            None => return Err((Control::Exact, Wrong::Day)),
        },
        Entry::Exact(text) => Answer::Known(Value::Number(number(text, Control::Exact)?)),
        Entry::Rough { least, most } => {
            // One end alone says enough: "less than 20".
            let blank = |text: &String| text.trim().is_empty();
            let min = if blank(least) && !blank(most) {
                None
            } else {
                Some(number(least, Control::Least)?)
            };
            let max = if blank(most) { None } else { Some(number(most, Control::Most)?) };
            match (min, max) {
                (Some(min), Some(max)) if min > max => {
                    return Err((Control::Most, Wrong::Span));
                }
                (Some(min), Some(max)) if min == max => Answer::Known(Value::Number(min)),
                (min, max) => Answer::Range { min, max },
            }
        }
    })
}

/// Reads a day: `2020-01-02`, `2020年1月2日`, `2020/1/2`, `2020.1.2`, full width too.
pub fn day(text: &str) -> Option<Date> {
    let digits: String = text
        .chars()
        .map(|sign| match sign {
            '０'..='９' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
            sign => sign,
        })
        .collect();
    let mut parts = digits
        .trim()
        .trim_end_matches(['日', '号', '號'])
        .split(['-', '/', '.', '年', '月', '－', '／', '．'])
        .map(str::trim);
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    let rest = parts.next();
    (rest.is_none() && year >= 1000).then(|| Date::new(year, month, day).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use mingbai_core::Domain;

    use super::*;

    fn fact(id: &str, kind: Kind) -> Fact {
        Fact {
            id: id.into(),
            kind,
            period: None,
            applies: None,
            derived: None,
            changeable: false,
        }
    }

    fn count() -> Kind {
        Kind::Count(Domain { min: Decimal::ZERO, max: None, decimals: 0 })
    }

    fn read(draft: &Draft, form: Form, facts: &[Fact]) -> Outcome {
        let find = |id: &FactId| facts.iter().find(|fact| fact.id == *id);
        let ids: Vec<FactId> = facts.iter().map(|fact| fact.id.clone()).collect();
        draft.read(form, &ids, find, |_| Some("件"))
    }

    #[test]
    fn an_untouched_checklist_is_no_answer() {
        let facts = [fact("a", Kind::YesNo), fact("b", count())];
        let outcome = read(&Draft::default(), Form::Checklist, &facts);
        assert!(matches!(outcome, Outcome::Complaints(list) if list.len() == 1));
    }

    #[test]
    fn unticked_is_no_unless_the_rest_is_not_known() {
        let facts = [fact("a", Kind::YesNo), fact("b", count())];
        let no = Answer::Known(Value::Number(Decimal::ZERO));
        let mut draft = Draft::default();
        draft.tick(&facts[0], true);
        let Outcome::Answers(answers) = read(&draft, Form::Checklist, &facts) else {
            panic!()
        };
        assert_eq!(answers[1].1, no);
        draft.say_rest(Rest::Unsure);
        let Outcome::Answers(answers) = read(&draft, Form::Checklist, &facts) else {
            panic!()
        };
        assert_eq!(answers[0].1, Answer::Known(Value::YesNo(true)));
        assert_eq!(answers[1].1, Answer::Unknown);
        draft.say_rest(Rest::None);
        let Outcome::Answers(answers) = read(&draft, Form::Checklist, &facts) else {
            panic!()
        };
        assert_eq!(answers[0].1, Answer::Known(Value::YesNo(false)));
    }

    #[test]
    fn a_span_reads_from_least_to_most() {
        let facts = [fact("b", count())];
        let rough = |least: &str, most: &str| {
            let mut draft = Draft::default();
            let (least, most) = (least.to_owned(), most.to_owned());
            draft.enter("b".into(), Entry::Rough { least, most });
            read(&draft, Form::Single, &facts)
        };
        let (min, max) = (Some(Decimal::from(15)), Some(Decimal::from(18)));
        let range =
            |min, max| Outcome::Answers(vec![("b".into(), Answer::Range { min, max })]);
        assert_eq!(rough("15", "十八"), range(min, max));
        assert_eq!(rough("", "18"), range(None, max));
        assert_eq!(rough("15", " "), range(min, None));
        assert!(matches!(rough("18", "15"), Outcome::Complaints(_)));
        assert!(matches!(rough("", ""), Outcome::Complaints(_)));
    }

    #[test]
    fn days() {
        for text in ["2020-01-02", "2020年1月2日", "２０２０／１／２", " 2020.1.2 "]
        {
            assert_eq!(day(text), Date::new(2020, 1, 2).ok(), "{text}");
        }
        for text in ["", "2020", "2020-13-01", "20-1-2", "去年", "2020-1-2-3"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
