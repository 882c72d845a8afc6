//! The words that a page needs before anything is answered: a small part of all there are.
//!
//! All of it is inline, so that a module that calls nothing of it is not compiled otherwise on
//! its account.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::award::{Amount, Award, Selection};
use crate::check::walk;
use crate::condition::Condition;
use crate::id::{FactId, QuestionId};
use crate::pack::Pack;
use crate::session::Session;
use crate::sorted::insert;
use crate::table::Table;
use crate::text::{AwardText, Texts};

impl Award {
    /// Whether it shows well what an award is: a stated sum that nobody chooses who gets,
    /// three criteria, each of them one phrase and one for a single option of a choice.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Condition, Pack};
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let mut award = pack.award(&"patents-20".into()).unwrap().clone();
    /// assert!(!award.is_example());
    /// let mut criterion = award.criteria[1].clone();
    /// let options = vec!["first".into()];
    /// criterion.condition = Condition::OneOf { fact: "hnte".into(), options };
    /// award.criteria.push(criterion);
    /// assert!(award.is_example());
    /// ```
    #[inline]
    pub fn is_example(&self) -> bool {
        let phrase = |condition: &Condition| match condition {
            Condition::Not(inner) => !is_several(inner),
            condition => !is_several(condition),
        };
        let single = |condition: &Condition| matches!(condition, Condition::OneOf { options, .. } if options.len() == 1);
        matches!(self.amount, Amount::Fixed(_))
            && self.selection == Selection::Automatic
            && self.criteria.len() == 3
            && self.criteria.iter().all(|it| phrase(&it.condition))
            && self.criteria.iter().any(|it| single(&it.condition))
    }
}

/// Whether a condition is read as a heading over others.
#[inline]
fn is_several(condition: &Condition) -> bool {
    matches!(condition, Condition::All(_) | Condition::Any(_) | Condition::AtLeast { .. })
}

impl Texts {
    /// The words of the first question, whatever the day, and of awards that can be shown
    /// as an example ([`Award::is_example`]); names of sections, documents, departments and
    /// divisions are all there. What else is said of awards is not.
    ///
    /// # Example
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use mingbai_core::{Pack, Texts};
    ///
    /// let pack = Pack::from_json(include_str!("../examples/pack.json")).unwrap();
    /// let texts = Texts::from_json(include_str!("../examples/pack.en.json")).unwrap();
    /// let opening = texts.opening(&Arc::new(pack));
    /// assert!(opening.facts.len() < texts.facts.len());
    /// assert!(opening.awards.is_empty());
    /// ```
    #[inline]
    pub fn opening(&self, pack: &Arc<Pack>) -> Self {
        let mut facts: Vec<FactId> = Vec::new();
        let mut questions: Vec<QuestionId> = Vec::new();
        for day in pack.days() {
            let first = Session::new(Arc::clone(pack), day).next_question();
            let asked = &pack.file().questions;
            let Some(question) = first.and_then(|first| {
                asked.iter().find(|question| question.id == first.question)
            }) else {
                continue;
            };
            insert(&mut questions, question.id.clone());
            for fact in &question.facts {
                insert(&mut facts, fact.clone());
            }
        }
        let mut awards = Table::new();
        for award in pack.file().awards.iter().filter(|award| award.is_example()) {
            for criterion in &award.criteria {
                let mut keep = |fact: &FactId| {
                    insert(&mut facts, fact.clone());
                };
                walk(&criterion.condition, &mut |part| named(part, &mut keep));
            }
            if let Some(text) = self.awards.get(&award.id) {
                let text = AwardText {
                    title: text.title.clone(),
                    summary: String::new(),
                    notes: Vec::new(),
                    next: Vec::new(),
                };
                awards.insert(award.id.clone(), text);
            }
        }
        Self {
            facts: only(&self.facts, &facts),
            questions: only(&self.questions, &questions),
            awards,
            reviews: Table::new(),
            groups: Table::new(),
            ..self.clone()
        }
    }
}

/// Visits the facts that a condition itself names; not those of conditions inside it.
#[inline]
fn named(condition: &Condition, visit: &mut dyn FnMut(&FactId)) {
    match condition {
        Condition::Yes(fact)
        | Condition::OneOf { fact, .. }
        | Condition::Has { fact, .. }
        | Condition::Within { fact, .. } => visit(fact),
        Condition::Compare { left, right, .. } => {
            left.facts(visit);
            right.facts(visit);
        }
        Condition::All(_)
        | Condition::Any(_)
        | Condition::Not(_)
        | Condition::AtLeast { .. }
        | Condition::If { .. }
        | Condition::Review(_)
        | Condition::Dated(_) => {}
    }
}

/// The entries under some keys.
fn only<K: Ord + Clone, V: Clone>(table: &Table<K, V>, keys: &[K]) -> Table<K, V> {
    let kept = table.iter().filter(|(key, _)| keys.contains(key));
    kept.map(|(key, value)| (key.clone(), value.clone())).collect()
}
