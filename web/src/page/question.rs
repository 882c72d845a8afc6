//! The interview: the question left, the results right.

use super::View;
use super::carry::carry;
use super::still::Part;
use crate::view::answers::answers;
use crate::view::markup::{Markup, el, group};
use crate::view::question::{Asked, question as asked_question};
use crate::view::results::Extent;
use crate::view::step::{Step, step};

pub(super) fn question(view: &View<'_>) -> Markup {
    let state = view.state;
    let (Some(asking), Some(question)) = (&state.asking, state.question()) else {
        return group();
    };
    let stills = view.stills;
    let step = stills.draw(Part::Step, || {
        let name = view.rules.texts.sections.get(&question.section);
        let (part, of) = state.progress(&question.section);
        let where_we_are = Step {
            section: name.cloned().unwrap_or_default(),
            part,
            of,
            left: state.left_known(),
            editing: asking.paused.is_some(),
        };
        step(view.words, &where_we_are)
    });
    let asked = Asked {
        words: view.words,
        pack: &view.rules.pack,
        texts: &view.rules.texts,
        index: &state.index,
        asking,
        depends: &state.depends,
        dispatch: view.dispatch,
    };
    let given = stills.draw(Part::Given, || {
        let answers = answers(view.words, &state.given, view.dispatch);
        group().child(answers).child(carry(view))
    });
    let main = el("div", "mb-main")
        .child(step)
        .child(asked_question(&asked, question))
        .child(given);
    let aside = stills.draw(Part::Aside, || {
        let aside = (!state.sheet).then(|| {
            el("aside", "mb-aside")
                .attr("aria-label", view.words.results())
                .child(view.results(Extent::Pane))
        });
        group().maybe(aside)
    });
    el("div", "mb-layout").child(main).child(aside)
}
