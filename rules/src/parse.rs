//! Trees of YAML read as declarations: shapes are checked here, names are looked up later.

mod amount;
mod award;
mod document;
mod fact;
mod fields;
mod inventory;
mod parameter;
mod question;
pub(crate) mod shape;

use std::collections::BTreeSet;

use mingbai_core::Jurisdiction;

pub(crate) use amount::{AmountDecl, FigureDecl, FigureValue, TierDecl};
pub(crate) use award::{
    AwardDecl, CaseDecl, CiteDecl, ConditionDecl, ConditionKind, Registered, ReviewDecl,
    VERDICTS,
};
pub(crate) use document::{ArticleDecl, DocumentDecl};
pub(crate) use fact::{FactDecl, FactKind, OptionDecl};
pub(crate) use fields::Words;
pub(crate) use inventory::ListedFigure;
pub(crate) use parameter::ParameterDecl;
pub(crate) use question::{GroupDecl, GroupRuleDecl, QuestionDecl};

use crate::diagnostic::{Code, Diagnostics};
use crate::source::{Folder, Sources, Spanned};
use crate::yaml::{self, Node, Tree};
use fields::{Fields, IdStyle};

/// Everything that one folder declares, in the order in which it is written.
#[derive(Debug)]
pub(crate) struct Declarations {
    pub(crate) jurisdiction: Jurisdiction,
    /// A file is missing because it is not YAML: names it declares look unknown.
    pub(crate) broken: bool,
    /// Ids and names whose declarations were refused: using them is no second mistake.
    pub(crate) garbled: BTreeSet<String>,
    pub(crate) pack: Option<PackDecl>,
    pub(crate) parameters: Vec<ParameterDecl>,
    pub(crate) facts: Vec<FactDecl>,
    pub(crate) questions: Vec<QuestionDecl>,
    pub(crate) sections: Vec<Named>,
    pub(crate) divisions: Vec<(Spanned<Jurisdiction>, Words)>,
    pub(crate) departments: Vec<Named>,
    pub(crate) reviews: Vec<Named>,
    pub(crate) documents: Vec<DocumentDecl>,
    pub(crate) awards: Vec<AwardDecl>,
    pub(crate) groups: Vec<GroupDecl>,
}

/// `pack: {jurisdiction, name}`.
#[derive(Clone, Debug)]
pub(crate) struct PackDecl {
    pub(crate) name: Words,
}

/// An id with words and nothing else.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) id: Spanned<String>,
    pub(crate) words: Words,
}

/// Reads all files of a folder.
pub(crate) fn parse(
    sources: &Sources,
    folder: &Folder,
    diagnostics: &mut Diagnostics,
) -> Declarations {
    let mut declarations = Declarations {
        jurisdiction: folder.jurisdiction,
        broken: false,
        garbled: BTreeSet::new(),
        pack: None,
        parameters: Vec::new(),
        facts: Vec::new(),
        questions: Vec::new(),
        sections: Vec::new(),
        divisions: Vec::new(),
        departments: Vec::new(),
        reviews: Vec::new(),
        documents: Vec::new(),
        awards: Vec::new(),
        groups: Vec::new(),
    };
    for file in &folder.files {
        let before = diagnostics.errors();
        match yaml::read(sources, *file, diagnostics) {
            Some(root) if root.is_null() => {}
            Some(root) => declarations.take_file(&root, diagnostics),
            None => declarations.broken |= diagnostics.errors() > before,
        }
    }
    declarations
}

impl Declarations {
    fn take_file(&mut self, root: &Node, diagnostics: &mut Diagnostics) {
        let Some(mut file) = Fields::of(root, &shape::FILE, diagnostics) else {
            self.broken = true;
            return;
        };
        if let Some(node) = file.optional("pack") {
            self.take_pack(node, diagnostics);
        }
        if let Some(node) = file.optional("divisions") {
            for (key, value) in fields::entries(node, "divisions", diagnostics) {
                let code = fields::division(key, diagnostics);
                let words = fields::words(value, diagnostics);
                if let (Some(code), Some(words)) = (code, words) {
                    self.divisions.push((Spanned::new(code, key.span), words));
                }
            }
        }
        let named = [
            ("departments", &mut self.departments),
            ("reviews", &mut self.reviews),
            ("sections", &mut self.sections),
        ];
        for (key, list) in named {
            if let Some(node) = file.optional(key) {
                take_named(node, key, list, diagnostics);
            }
        }
        let garbled = &mut self.garbled;
        if let Some(node) = file.optional("parameters") {
            let list = &mut self.parameters;
            read_all(
                node,
                "parameters",
                list,
                parameter::parameter,
                garbled,
                diagnostics,
            );
        }
        if let Some(node) = file.optional("facts") {
            read_all(node, "facts", &mut self.facts, fact::fact, garbled, diagnostics);
        }
        if let Some(node) = file.optional("questions") {
            let list = &mut self.questions;
            read_all(node, "questions", list, question::question, garbled, diagnostics);
        }
        if let Some(node) = file.optional("awards") {
            let list = &mut self.awards;
            read_all(node, "awards", list, award::award, garbled, diagnostics);
        }
        if let Some(node) = file.optional("groups") {
            let list = &mut self.groups;
            read_all(node, "groups", list, question::group, garbled, diagnostics);
        }
        if let Some(node) = file.optional("document") {
            match document::document(node, diagnostics) {
                Some(document) => self.documents.push(document),
                None => note_garbled(node, garbled),
            }
        }
        file.finish(diagnostics);
    }

    fn take_pack(&mut self, node: &Node, diagnostics: &mut Diagnostics) {
        let Some(mut pack) = Fields::of(node, &shape::PACK, diagnostics) else { return };
        let code = pack
            .required("jurisdiction", diagnostics)
            .and_then(|code| Some((fields::division(code, diagnostics)?, code.span)));
        let name = pack
            .required("name", diagnostics)
            .and_then(|name| fields::words(name, diagnostics));
        pack.finish(diagnostics);
        if let Some((code, span)) = code
            && code != self.jurisdiction
        {
            let message = format!(
                "the pack is of `{code}`, but its folder is of `{}`",
                self.jurisdiction
            );
            diagnostics
                .report(Code::WrongFolder, span, message)
                .hint("name the folder by the code of its jurisdiction");
        }
        let Some(name) = name else { return };
        if self.pack.is_some() {
            diagnostics
                .report(Code::NameTwice, node.span, "a folder has one `pack` only")
                .hint("remove one of the two");
        }
        self.pack = Some(PackDecl { name });
    }
}

fn take_named(
    node: &Node,
    what: &'static str,
    list: &mut Vec<Named>,
    diagnostics: &mut Diagnostics,
) {
    for (key, value) in fields::entries(node, what, diagnostics) {
        let id = fields::id(key, IdStyle::Kebab, diagnostics);
        let words = fields::words(value, diagnostics);
        if let (Some(id), Some(words)) = (id, words) {
            list.push(Named { id, words });
        }
    }
}

/// Reads every entry of a mapping into `list`; what is refused is noted by its names.
fn read_all<T>(
    node: &Node,
    what: &'static str,
    list: &mut Vec<T>,
    read: fn(&Node, &Node, &mut Diagnostics) -> Option<T>,
    garbled: &mut BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) {
    for (key, value) in fields::entries(node, what, diagnostics) {
        match read(key, value, diagnostics) {
            Some(declaration) => list.push(declaration),
            None => {
                garbled.extend(key.scalar().map(|scalar| scalar.text.clone()));
                note_garbled(value, garbled);
            }
        }
    }
}

/// Notes the `id` and `name` of a declaration that was refused.
fn note_garbled(node: &Node, garbled: &mut BTreeSet<String>) {
    let Tree::Mapping(entries) = &node.tree else { return };
    for (key, value) in entries {
        let named = key.scalar().is_some_and(|key| matches!(&*key.text, "id" | "name"));
        if named && let Some(scalar) = value.scalar() {
            garbled.insert(scalar.text.clone());
        }
    }
}
