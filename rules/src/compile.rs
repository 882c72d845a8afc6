//! From rule files to packs.

mod output;
mod text;
mod traditional;
pub(crate) mod uses;

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::{
    DocumentId, Fact, FactId, Jurisdiction, PackFile, QuestionId, SCHEMA, SectionId,
    Texts,
};

pub use output::{Output, OutputError};
pub(crate) use traditional::traditional;

use crate::diagnostic::{Code, Diagnostics};
use crate::lint;
use crate::parse::{self, Declarations};
use crate::resolve::{self, Resolved};
use crate::source::Sources;
use uses::Uses;

/// What the compiler makes of rule files.
#[derive(Debug)]
pub struct Compilation {
    /// One for each jurisdiction with awards, sorted by code. Where errors were found,
    /// what is left after leaving out what they concern: good for looking at, not for use.
    pub packs: Vec<CompiledPack>,
    /// Id and name of every fact that is declared, used or not.
    pub facts: BTreeMap<String, String>,
    /// Everything found wrong, in order of file and place.
    pub diagnostics: Diagnostics,
}

/// The rules of one jurisdiction and their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledPack {
    /// The rules.
    pub rules: PackFile,
    /// Their words in each language, in the order of [`mingbai_core::Language::ALL`].
    pub texts: Vec<Texts>,
}

/// Compiles all folders.
///
/// # Example
///
/// ```
/// use mingbai_rules::{Sources, compile};
///
/// let mut sources = Sources::default();
/// let wrong = "pack: {jurisdiction: \"371000\", name: 威海市}";
/// sources.add_folder("371000".parse().unwrap(), &[("pack.yaml", wrong)]);
/// let compilation = compile(&sources);
/// assert_eq!(compilation.diagnostics.errors(), 1);
/// ```
pub fn compile(sources: &Sources) -> Compilation {
    build(sources, Depth::Compile, &mut |_, _| {}, &mut |_| {})
}

/// Compiles all folders, runs the awards' cases and looks for what is valid but dubious.
pub fn check(sources: &Sources) -> Compilation {
    check_watched(sources, &mut |_| {})
}

/// Does what [`check`] does, and says after each award how far it is.
pub fn check_watched(
    sources: &Sources,
    progress: &mut dyn FnMut(Progress),
) -> Compilation {
    build(sources, Depth::Check, &mut |_, _| {}, progress)
}

/// How many awards of one folder have been looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Those already looked at.
    pub done: usize,
    /// All of them.
    pub of: usize,
}

/// How thoroughly rules are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    Compile,
    Check,
}

/// Compiles all folders, and hands each one that is sound so far to `visit`.
pub(crate) fn build(
    sources: &Sources,
    depth: Depth,
    visit: &mut dyn FnMut(&Resolved<'_>, &PackFile),
    progress: &mut dyn FnMut(Progress),
) -> Compilation {
    let mut diagnostics = Diagnostics::default();
    let folders: Vec<Declarations> = sources
        .folders()
        .iter()
        .map(|folder| parse::parse(sources, folder, &mut diagnostics))
        .collect();
    let mut packs = Vec::new();
    let mut used = BTreeSet::new();
    let mut parameters = BTreeSet::new();
    let mut figures = lint::FigureUses::default();
    for index in 0..folders.len() {
        let Some(resolved) = resolve::resolve(&folders, index, &mut diagnostics) else {
            continue;
        };
        figures.gather(&resolved);
        parameters.extend(resolved.used_parameters.iter().cloned());
        let Some(pack) = pack(&resolved, &mut diagnostics) else { continue };
        used.extend(pack.rules.facts.iter().map(|fact| fact.id.clone()));
        if depth == Depth::Check {
            lint::pack(&resolved, &pack.rules, progress, &mut diagnostics);
        }
        if diagnostics.errors() == 0 {
            visit(&resolved, &pack.rules);
        }
        packs.push(pack);
    }
    if depth == Depth::Check {
        lint::facts(&folders, &used, &mut diagnostics);
        lint::parameters(&folders, &parameters, &mut diagnostics);
        figures.report(&folders, &mut diagnostics);
    }
    diagnostics.sort();
    let facts = folders.iter().flat_map(|folder| &folder.facts);
    let facts = facts.map(|fact| (fact.id.value.clone(), fact.name.value.clone()));
    Compilation { packs, facts: facts.collect(), diagnostics }
}

/// Puts the pack of one folder together; `None` where it grants nothing.
fn pack(resolved: &Resolved<'_>, diagnostics: &mut Diagnostics) -> Option<CompiledPack> {
    let own = resolved.scope.own;
    let first = own.awards.first()?;
    if own.pack.is_none() && !own.broken {
        let message =
            format!("the folder `{}` has awards but no `pack`", own.jurisdiction);
        diagnostics.report(Code::MissingPack, first.id.span, message).hint(format!(
            "add `pack: {{jurisdiction: \"{}\", name: {{zh: …, en: …}}}}`",
            own.jurisdiction
        ));
    }
    let mut uses = Uses::default();
    for award in &resolved.awards {
        uses.award(&award.award);
    }
    for (_, group) in &resolved.groups {
        uses.rule(&group.rule);
    }
    let facts = facts(resolved, &mut uses, diagnostics);
    let mut awards: Vec<_> =
        resolved.awards.iter().map(|award| award.award.clone()).collect();
    awards.sort_by(|left, right| left.id.cmp(&right.id));
    let asked: BTreeSet<&FactId> =
        facts.iter().filter(|fact| fact.derived.is_none()).map(|fact| &fact.id).collect();
    let questions = questions(resolved, &asked);
    not_asked(resolved, &asked, diagnostics);
    let sections = sections(resolved, questions.iter().map(|question| &question.section));
    let cited: BTreeSet<&DocumentId> = awards
        .iter()
        .flat_map(|award| {
            let criteria =
                award.criteria.iter().map(|criterion| &criterion.cite.document);
            criteria.chain([&award.cite.document])
        })
        .chain(resolved.groups.iter().map(|(_, group)| &group.cite.document))
        .collect();
    let documents = resolved.documents.iter().map(|(_, document)| document);
    let documents = documents.filter(|it| cited.contains(&it.id)).cloned().collect();
    // What refused awards left behind names nothing any more.
    let award_ids: BTreeSet<_> = awards.iter().map(|award| award.id.clone()).collect();
    let groups = resolved.groups.iter().map(|(_, group)| group);
    let groups = groups
        .filter(|group| group.awards.iter().all(|award| award_ids.contains(award)))
        .cloned()
        .collect();
    let parameters = resolved.parameters.iter();
    let parameters = parameters
        .filter(|(id, _)| uses.parameters.contains(*id))
        .map(|(id, series)| (id.clone(), series.clone()))
        .collect();
    let mut rules = PackFile {
        schema: SCHEMA,
        version: String::new(),
        jurisdiction: own.jurisdiction,
        documents,
        facts: Vec::new(),
        sections,
        questions,
        parameters,
        awards,
        groups,
    };
    rules.facts = facts;
    rules.version = output::version(&rules);
    let texts = text::texts(resolved, &rules, &uses);
    Some(CompiledPack { rules, texts })
}

/// The facts that are used, directly or through others, each after those it names.
fn facts(
    resolved: &Resolved<'_>,
    uses: &mut Uses,
    diagnostics: &mut Diagnostics,
) -> Vec<Fact> {
    let order: BTreeMap<&FactId, usize> =
        resolved.facts.iter().enumerate().map(|(at, (_, fact))| (&fact.id, at)).collect();
    let mut visit = Visit { resolved, order, state: BTreeMap::new(), sorted: Vec::new() };
    let first = Resolved::FIRST.iter().map(|id| FactId::from(*id));
    let author = resolved.facts.iter().map(|(_, fact)| fact.id.clone());
    let wanted: Vec<FactId> = first.chain(author).collect();
    // First what is used at all …
    let mut todo: Vec<FactId> = uses.facts.iter().cloned().collect();
    while let Some(id) = todo.pop() {
        let Some(fact) = visit.fact(&id) else { continue };
        let before = uses.facts.clone();
        if let Some(applies) = &fact.applies {
            uses.condition(&applies.asked_if);
        }
        if let Some(formula) = &fact.derived {
            uses.expression(formula);
        }
        todo.extend(uses.facts.difference(&before).cloned());
    }
    // … then in the author's order, what is named before what names it.
    for id in wanted {
        if uses.facts.contains(&id) {
            visit.place(&id, &mut Vec::new(), diagnostics);
        }
    }
    visit.sorted
}

struct Visit<'r, 'd> {
    resolved: &'r Resolved<'d>,
    order: BTreeMap<&'r FactId, usize>,
    /// `false` while what the fact names is being placed.
    state: BTreeMap<FactId, bool>,
    sorted: Vec<Fact>,
}

impl<'r> Visit<'r, '_> {
    fn fact(&self, id: &FactId) -> Option<&'r Fact> {
        let at = *self.order.get(id)?;
        self.resolved.facts.get(at).map(|(_, fact)| fact)
    }

    fn place(
        &mut self,
        id: &FactId,
        path: &mut Vec<FactId>,
        diagnostics: &mut Diagnostics,
    ) {
        match self.state.get(id) {
            Some(true) => return,
            Some(false) => return self.report_cycle(id, path, diagnostics),
            None => {}
        }
        let Some(fact) = self.fact(id) else { return };
        self.state.insert(id.clone(), false);
        path.push(id.clone());
        let mut named = Uses::default();
        if let Some(applies) = &fact.applies {
            named.condition(&applies.asked_if);
        }
        if let Some(formula) = &fact.derived {
            named.expression(formula);
        }
        let mut named: Vec<FactId> = named.facts.into_iter().collect();
        named.sort_by_key(|id| self.order.get(id).copied());
        for id in named {
            self.place(&id, path, diagnostics);
        }
        path.pop();
        self.state.insert(id.clone(), true);
        self.sorted.push(fact.clone());
    }

    fn report_cycle(&self, id: &FactId, path: &[FactId], diagnostics: &mut Diagnostics) {
        let circle = path.iter().skip_while(|it| *it != id).chain([id]);
        let names: Vec<String> = circle
            .filter_map(|id| {
                let at = *self.order.get(id)?;
                let (decl, _) = self.resolved.facts.get(at)?;
                Some(format!("`{}`", decl.name.value))
            })
            .collect();
        let at = self.order.get(id).and_then(|at| self.resolved.facts.get(*at));
        let Some((decl, _)) = at else { return };
        let message = format!("facts in a circle: {}", names.join(" → "));
        diagnostics
            .report(Code::Cycle, decl.name.span, message)
            .hint("take one of them out of the other's `asked_if` or `formula`");
    }
}

/// Questions that still ask something, about what is kept.
fn questions(
    resolved: &Resolved<'_>,
    asked: &BTreeSet<&FactId>,
) -> Vec<mingbai_core::Question> {
    let mut questions = Vec::new();
    for (_, question) in &resolved.questions {
        let mut question = question.clone();
        question.facts.retain(|fact| asked.contains(fact));
        if !question.facts.is_empty() {
            questions.push(question);
        }
    }
    let ids: BTreeSet<QuestionId> =
        questions.iter().map(|question| question.id.clone()).collect();
    for question in &mut questions {
        question.after.retain(|after| ids.contains(after));
    }
    questions
}

/// Reports facts that are used but that nobody is asked about.
fn not_asked(
    resolved: &Resolved<'_>,
    asked: &BTreeSet<&FactId>,
    diagnostics: &mut Diagnostics,
) {
    if !resolved.scope.sound() {
        return;
    }
    let by_question: BTreeSet<&str> = resolved
        .scope
        .questions()
        .flat_map(|question| &question.facts)
        .map(|fact| fact.value.as_str())
        .collect();
    for (decl, fact) in &resolved.facts {
        let named = by_question.contains(decl.id.value.as_str())
            || by_question.contains(decl.name.value.as_str());
        if asked.contains(&fact.id) && !named {
            let message =
                format!("no question asks `{}`, but an award uses it", decl.name.value);
            diagnostics
                .report(Code::NotAsked, decl.id.span, message)
                .hint("add it to the `facts` of a question");
        }
    }
}

/// The sections in use, in the author's order.
fn sections<'q>(
    resolved: &Resolved<'_>,
    used: impl Iterator<Item = &'q SectionId>,
) -> Vec<SectionId> {
    let used: BTreeSet<&str> = used.map(SectionId::as_str).collect();
    let declared = resolved.scope.visible.iter().flat_map(|folder| &folder.sections);
    let mut sections: Vec<SectionId> = Vec::new();
    for section in declared {
        let id = SectionId::from(section.id.value.as_str());
        if used.contains(id.as_str()) && !sections.contains(&id) {
            sections.push(id);
        }
    }
    sections
}

/// Divisions whose names a pack's reader needs: those it names, and those around them.
pub(crate) fn divisions_shown(
    own: Jurisdiction,
    uses: &Uses,
    division: Jurisdiction,
) -> bool {
    uses.divisions.contains(&division) || own.contains(division) || division.contains(own)
}
