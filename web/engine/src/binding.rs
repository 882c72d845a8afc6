//! What JavaScript calls.

use std::sync::Arc;

use js_sys::{Error, JSON};
use mingbai_core::{
    Answer, Answers, AwardId, Date, FactId, Json, Pack, QuestionId, Session as Steps,
    Texts,
};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::shape;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

type Outcome<T> = Result<T, JsValue>;

/// Checked rules of one jurisdiction.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Checker {
    pack: Arc<Pack>,
    texts: Option<Texts>,
}

#[wasm_bindgen]
impl Checker {
    /// Checks a pack, and reads its words where they are given: each as JSON text or as
    /// an object. Throws an `Error` whose `name` is the code of the problem, such as
    /// `MB-PACK-JSON`.
    pub fn load(
        #[wasm_bindgen(unchecked_param_type = "string | object")] pack: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string | object | undefined")]
        texts: &JsValue,
    ) -> Outcome<Checker> {
        let pack = Pack::from_json(&json(pack)?)
            .map_err(|error| thrown(error.code(), &error.to_string()))?;
        if texts.is_undefined() || texts.is_null() {
            return Ok(Self { pack: Arc::new(pack), texts: None });
        }
        let texts = Texts::from_json(&json(texts)?)
            .map_err(|error| thrown("MB-TEXT-JSON", &error.to_string()))?;
        if texts.version != pack.file().version {
            let found = format!("the words are of rules {}", texts.version);
            return Err(thrown("MB-TEXT-MIXED", &found));
        }
        Ok(Self { pack: Arc::new(pack), texts: Some(texts) })
    }

    /// The version of the rules.
    #[wasm_bindgen(getter)]
    pub fn version(&self) -> String {
        self.pack.file().version.clone()
    }

    /// Whose rules these are.
    #[wasm_bindgen(getter)]
    pub fn jurisdiction(&self) -> String {
        self.pack.file().jurisdiction.to_string()
    }

    /// Every award for one applicant, on one day (`2026-11-22`).
    #[wasm_bindgen(unchecked_return_type = "Assessment")]
    pub fn assess(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Answers")] answers: &JsValue,
        as_of: &str,
    ) -> Outcome<JsValue> {
        let answers = self.answers(answers)?;
        out(&mingbai_core::assess(&self.pack, &answers, day(as_of)?))
    }

    /// An interview that begins with these answers.
    pub fn session(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Answers")] answers: &JsValue,
        as_of: &str,
    ) -> Outcome<Session> {
        let answers = self.answers(answers)?;
        let steps = Steps::with_answers(Arc::clone(&self.pack), day(as_of)?, answers);
        Ok(Session { steps, texts: self.texts.clone() })
    }

    fn answers(&self, answers: &JsValue) -> Outcome<Answers> {
        shape::answers(&self.pack, &json(answers)?)
            .map_err(|problem| thrown("MB-ANSWER", &problem))
    }
}

/// One applicant, answer by answer.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Session {
    steps: Steps,
    texts: Option<Texts>,
}

#[wasm_bindgen]
impl Session {
    /// Answers a fact: a value, `null` for *don't know*, `{min, max}` for a range;
    /// `undefined` takes the answer back. Throws an `Error` named `MB-ANSWER` where it does
    /// not fit; then nothing is changed.
    pub fn answer(
        &mut self,
        fact: &str,
        #[wasm_bindgen(unchecked_param_type = "Answer | undefined")] value: &JsValue,
    ) -> Outcome<()> {
        let id = FactId::from(fact);
        let refused = |problem: String| thrown("MB-ANSWER", &problem);
        let answer: Option<Answer> = if value.is_undefined() {
            None
        } else {
            let name = Json::from(fact);
            let one = format!("{{{name}: {}}}", written(value)?);
            let read = shape::answers(self.steps.pack(), &one).map_err(refused)?;
            // An id that the pack does not know is passed over there, and refused here.
            read.get(&id).cloned().or(Some(Answer::Unknown))
        };
        self.steps.answer(&id, answer).map_err(|error| refused(error.to_string()))?;
        Ok(())
    }

    /// Says whether the applicant already had an award.
    pub fn received(&mut self, award: &str, received: bool) {
        self.steps.set_received(&AwardId::from(award), received);
    }

    /// All that was answered, as `assess` takes it.
    #[wasm_bindgen(unchecked_return_type = "Answers")]
    pub fn answers(&self) -> Outcome<JsValue> {
        out(&self.steps.answers().to_json())
    }

    /// The assessment as it stands, with the next question.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(&self) -> Outcome<JsValue> {
        out(&self.steps.report())
    }

    /// The question that settles most; `null` when no answer can change anything.
    #[wasm_bindgen(js_name = nextQuestion, unchecked_return_type = "Next | null")]
    pub fn next_question(&self) -> Outcome<JsValue> {
        out(&self.steps.next_question())
    }

    /// Says that a question was on the screen, so that the next one stays in its section.
    pub fn visit(&mut self, question: &str) {
        self.steps.visit(&QuestionId::from(question));
    }

    /// About how many questions are left.
    pub fn remaining(&mut self) -> usize {
        self.steps.remaining()
    }

    /// The one fact whose answer, whatever it is, decides an award.
    pub fn deciding(&self, award: &str) -> Option<String> {
        self.steps.deciding(&AwardId::from(award)).map(|fact| fact.id.to_string())
    }

    /// Why an award stands as it does: its criteria, in words where texts were loaded;
    /// `null` for an award that the pack does not have.
    #[wasm_bindgen(unchecked_return_type = "Criterion[] | null")]
    pub fn explain(&self, award: &str) -> Outcome<JsValue> {
        let assessment = self.steps.assessment();
        let explanation = assessment.explain(&AwardId::from(award));
        let pack = self.steps.pack();
        out(&explanation.map(|it| shape::criteria(pack, self.texts.as_ref(), &it)))
    }
}

fn out(value: &impl Serialize) -> Outcome<JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}

/// A text as it is, anything else as JSON writes it.
fn json(value: &JsValue) -> Outcome<String> {
    match value.as_string() {
        Some(text) => Ok(text),
        None => written(value),
    }
}

/// As JSON writes it.
fn written(value: &JsValue) -> Outcome<String> {
    let text = JsValue::from(JSON::stringify(value)?).as_string();
    text.ok_or_else(|| thrown("MB-ANSWER", "neither JSON nor a value that it can write"))
}

fn day(text: &str) -> Outcome<Date> {
    text.parse()
        .map_err(|_| thrown("MB-DATE", &format!("`{text}` is no day: 2026-11-22")))
}

fn thrown(code: &str, words: &str) -> JsValue {
    let error = Error::new(words);
    error.set_name(code);
    error.into()
}
