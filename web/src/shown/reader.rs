//! Questions, facts and answers in the rules' words.

use mingbai_core::{
    Answer, Answers, AwardId, Decimal, Fact, FactId, Form, Jurisdiction, Kind, Prose,
    Question, QuestionId, Step, Texts, Value,
};

use crate::locale::Words;

/// What everything here is shown with.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The page's words.
    pub words: Words,
    /// The rules' words.
    pub texts: &'a Texts,
    /// Conditions and numbers in those words.
    pub prose: Prose<'a>,
    /// What was answered.
    pub answers: &'a Answers,
}

impl Reader<'_> {
    pub(super) fn title(&self, award: &AwardId) -> String {
        let text = self.texts.awards.get(award);
        text.map(|text| text.title.clone()).unwrap_or_default()
    }

    /// What a question asks.
    pub fn ask(&self, question: &Question) -> String {
        let own = self.texts.questions.get(&question.id).map(|text| text.ask.as_str());
        let of_fact =
            || self.texts.facts.get(question.facts.first()?).map(|it| it.ask.as_str());
        own.or_else(of_fact).unwrap_or_default().to_owned()
    }

    /// The name of a question in the list of answers.
    pub fn name(&self, question: &Question) -> String {
        let own = self.texts.questions.get(&question.id).map(|text| text.name.as_str());
        let of_fact = || {
            let text = self.texts.facts.get(question.facts.first()?)?;
            Some(text.label.as_deref().unwrap_or(&text.name))
        };
        own.or_else(of_fact).unwrap_or_default().to_owned()
    }

    /// A fact in as few words as there are for it.
    pub fn label(&self, fact: &FactId) -> String {
        let text = self.texts.facts.get(fact);
        text.map(|text| text.label.as_ref().unwrap_or(&text.name).clone())
            .unwrap_or_default()
    }

    pub(super) fn unit(&self, fact: &FactId) -> Option<&str> {
        self.texts.facts.get(fact).and_then(|text| text.unit.as_deref())
    }

    /// What a question asks about one of its facts.
    pub fn ask_fact(&self, question: &Question, fact: &FactId) -> String {
        if question.form == Form::Single {
            return self.ask(question);
        }
        let text = self.texts.facts.get(fact);
        text.map(|text| text.ask.clone()).unwrap_or_default()
    }

    /// A number of a fact, with its unit.
    pub fn number(&self, fact: &Fact, number: Decimal) -> String {
        match &fact.kind {
            Kind::Money(_) => self.words.sum(number).text(),
            _ => self.prose.number(fact, number),
        }
    }

    /// Changes that would qualify, as one sentence.
    pub fn steps(&self, steps: &[Step]) -> String {
        let said: Vec<String> = steps.iter().map(|step| self.prose.step(step)).collect();
        self.words.would_qualify(&said.join(self.words.and_also()))
    }

    /// The name of a place, with its city: 威海市环翠区.
    pub fn place(&self, place: Jurisdiction) -> String {
        let name = |place: Jurisdiction| self.texts.divisions.get(&place.to_string());
        let own = name(place).cloned().unwrap_or_else(|| place.to_string());
        let is_district = !place.code().is_multiple_of(100);
        match place.parent().filter(|_| is_district).and_then(name) {
            Some(city) if self.words.0 == mingbai_core::Language::English => {
                format!("{own}, {city}")
            }
            Some(city) => format!("{city}{own}"),
            None => own,
        }
    }

    /// An answer in words.
    pub fn answer(&self, fact: &Fact, answer: &Answer) -> String {
        let words = self.words;
        let option = |id| {
            let text = self.texts.facts.get(&fact.id);
            text.and_then(|text| text.options.get(id)).cloned().unwrap_or_default()
        };
        match answer {
            Answer::Unknown => words.not_sure().to_owned(),
            Answer::Range { min: Some(min), max: Some(max) } => {
                words.span(&self.number(fact, *min), &self.number(fact, *max))
            }
            Answer::Range { min: Some(end), max: None } => {
                format!("{}\u{a0}{}", words.least(), self.number(fact, *end))
            }
            Answer::Range { min: None, max: Some(end) } => {
                format!("{}\u{a0}{}", words.most(), self.number(fact, *end))
            }
            Answer::Range { min: None, max: None } => words.not_sure().to_owned(),
            Answer::Known(Value::YesNo(true)) => words.yes().to_owned(),
            Answer::Known(Value::YesNo(false)) => words.no().to_owned(),
            Answer::Known(Value::Number(number)) => self.number(fact, *number),
            Answer::Known(Value::Date(date)) => words.date(*date),
            Answer::Known(Value::Choice(id)) => option(id),
            Answer::Known(Value::Choices(ids)) if ids.is_empty() => {
                words.none_of_these().to_owned()
            }
            Answer::Known(Value::Choices(ids)) => {
                let labels: Vec<String> = ids.iter().map(option).collect();
                labels.join(words.comma())
            }
            Answer::Known(Value::Jurisdiction(place)) => self.place(*place),
        }
    }
}

/// One question answered, as the list of answers shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The question.
    pub question: QuestionId,
    /// Its name.
    pub name: String,
    /// What was answered.
    pub value: String,
    /// Whether it was 不清楚 altogether.
    pub unsure: bool,
}

/// A question's answers in words; `None` while it has none.
pub fn given<'a>(
    reader: &Reader<'_>,
    question: &Question,
    fact: impl Fn(&FactId) -> Option<&'a Fact>,
) -> Option<Given> {
    let words = reader.words;
    let answers: Vec<(&Fact, &Answer)> = question
        .facts
        .iter()
        .filter_map(|id| Some((fact(id)?, reader.answers.get(id)?)))
        .collect();
    if answers.is_empty() {
        return None;
    }
    let unsure = answers.iter().all(|(_, answer)| **answer == Answer::Unknown);
    let value = if unsure {
        words.not_sure().to_owned()
    } else if question.form == Form::Checklist {
        checklist(reader, &answers)
    } else if let [(fact, answer)] = answers.as_slice() {
        reader.answer(fact, answer)
    } else {
        let each = answers.iter().map(|(fact, answer)| {
            // A place and a kind of applicant speak for themselves.
            match fact.kind {
                Kind::Jurisdiction | Kind::Choice(_) | Kind::Choices(_) => {
                    reader.answer(fact, answer)
                }
                _ => {
                    format!("{} {}", reader.label(&fact.id), reader.answer(fact, answer))
                }
            }
        });
        each.collect::<Vec<_>>().join(words.semicolon())
    };
    Some(Given {
        question: question.id.clone(),
        name: reader.name(question),
        value,
        unsure,
    })
}

fn checklist(reader: &Reader<'_>, answers: &[(&Fact, &Answer)]) -> String {
    let words = reader.words;
    let mut shown: Vec<String> = Vec::new();
    for (fact, answer) in answers {
        match answer {
            Answer::Unknown | Answer::Known(Value::YesNo(false)) => {}
            Answer::Known(Value::Number(number)) if number.is_zero() => {}
            Answer::Known(Value::YesNo(true)) => shown.push(reader.label(&fact.id)),
            answer => shown.push(format!(
                "{} {}",
                reader.label(&fact.id),
                reader.answer(fact, answer)
            )),
        }
    }
    let unsure = answers.iter().any(|(_, answer)| **answer == Answer::Unknown);
    if unsure {
        shown.push(words.rest_unsure().to_owned());
    }
    if shown.is_empty() {
        return words.none_of_these().to_owned();
    }
    shown.join(words.semicolon())
}
