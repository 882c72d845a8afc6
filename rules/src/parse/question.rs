//! `questions`: how facts are asked; `groups`: how awards stand to each other.

use mingbai_core::Form;

use super::award::{self, CiteDecl};
use super::fields::{self, Fields, IdStyle, Words};
use super::shape;
use crate::diagnostic::{Code, Diagnostics};
use crate::expression::Expr;
use crate::source::Spanned;
use crate::yaml::{Node, Tree};

/// A question as it is declared.
#[derive(Clone, Debug)]
pub(crate) struct QuestionDecl {
    pub(crate) id: Spanned<String>,
    pub(crate) section: Spanned<String>,
    pub(crate) form: Option<Spanned<Form>>,
    pub(crate) facts: Vec<Spanned<String>>,
    pub(crate) ask: Option<Words>,
    pub(crate) name: Option<Words>,
    pub(crate) hint: Option<Words>,
    pub(crate) after: Vec<Spanned<String>>,
    pub(crate) effort: u32,
}

pub(super) const FORMS: [(&str, Form); 3] =
    [("single", Form::Single), ("checklist", Form::Checklist), ("fields", Form::Fields)];

/// Reads a question.
pub(super) fn question(
    key: &Node,
    value: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<QuestionDecl> {
    let id = fields::id(key, IdStyle::Either, diagnostics);
    let mut fields = Fields::of(value, &shape::QUESTION, diagnostics)?;
    let section = fields.required("section", diagnostics);
    let section =
        section.and_then(|node| fields::reference(node, "a section", diagnostics));
    let form = fields.optional("form").and_then(|node| {
        let form = fields::word(node, "a form", &FORMS, diagnostics)?;
        Some(Spanned::new(form, node.span))
    });
    let facts = fields.required("facts", diagnostics);
    let facts = facts.and_then(|node| award::references(node, "facts", diagnostics));
    let single = facts.as_ref().is_none_or(|facts| facts.len() == 1);
    let mut words = |key: &'static str, needed: bool| {
        let node = if needed && !single {
            fields.required(key, diagnostics)
        } else {
            fields.optional(key)
        };
        node.and_then(|node| fields::words(node, diagnostics))
    };
    let ask = words("ask", true);
    let name = words("name", true);
    let hint = words("hint", false);
    let after = fields
        .optional("after")
        .and_then(|node| award::references(node, "questions", diagnostics));
    let effort = fields
        .optional("effort")
        .and_then(|node| fields::whole(node, "`effort`", diagnostics));
    fields.finish(diagnostics);
    Some(QuestionDecl {
        id: id?,
        section: section?,
        form,
        facts: facts?,
        ask,
        name,
        hint,
        after: after.unwrap_or_default(),
        effort: effort.unwrap_or(1),
    })
}

/// A group as it is declared.
#[derive(Clone, Debug)]
pub(crate) struct GroupDecl {
    pub(crate) id: Spanned<String>,
    pub(crate) awards: Vec<Spanned<String>>,
    pub(crate) rule: GroupRuleDecl,
    pub(crate) cite: CiteDecl,
    pub(crate) text: Words,
}

/// What binds a group.
#[derive(Clone, Debug)]
pub(crate) enum GroupRuleDecl {
    Exclusive,
    StackingUnclear,
    Additive,
    Cap(Expr),
}

#[derive(Clone, Copy)]
pub(super) enum Rule {
    Exclusive,
    StackingUnclear,
    Additive,
}

pub(super) const RULES: [(&str, Rule); 3] = [
    ("exclusive", Rule::Exclusive),
    ("stacking-unclear", Rule::StackingUnclear),
    ("additive", Rule::Additive),
];

/// Reads a group.
pub(super) fn group(
    key: &Node,
    value: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<GroupDecl> {
    let id = fields::id(key, IdStyle::Kebab, diagnostics);
    let mut fields = Fields::of(value, &shape::GROUP, diagnostics)?;
    let awards = fields.required("awards", diagnostics);
    let awards = awards.and_then(|node| award::references(node, "awards", diagnostics));
    let rule = fields.required("rule", diagnostics);
    let rule = rule.and_then(|node| rule_of(node, diagnostics));
    let cite = fields.required("cite", diagnostics);
    let cite = cite.and_then(|node| {
        let cite = award::cite(node, diagnostics)?;
        if cite.document.is_none() || cite.article.is_none() {
            diagnostics
                .report(Code::MissingKey, node.span, "a group cites document and article")
                .hint("write `{document: …, article: …}`");
            return None;
        }
        Some(cite)
    });
    let text = fields.required("text", diagnostics);
    let text = text.and_then(|node| fields::words(node, diagnostics));
    fields.finish(diagnostics);
    Some(GroupDecl { id: id?, awards: awards?, rule: rule?, cite: cite?, text: text? })
}

fn rule_of(node: &Node, diagnostics: &mut Diagnostics) -> Option<GroupRuleDecl> {
    if let Tree::Mapping(_) = node.tree {
        let mut fields = Fields::of(node, &shape::CAP_RULE, diagnostics)?;
        let cap = fields.required("cap", diagnostics);
        let cap = cap.and_then(|node| fields::expression(node, "a sum", diagnostics));
        fields.finish(diagnostics);
        return cap.map(GroupRuleDecl::Cap);
    }
    Some(match fields::word(node, "`rule`", &RULES, diagnostics)? {
        Rule::Exclusive => GroupRuleDecl::Exclusive,
        Rule::StackingUnclear => GroupRuleDecl::StackingUnclear,
        Rule::Additive => GroupRuleDecl::Additive,
    })
}
