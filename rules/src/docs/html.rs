//! HTML that cannot be written unescaped: text and attributes go through one door.

/// HTML in the making.
#[derive(Debug, Default)]
pub(crate) struct Html {
    out: String,
}

/// Names and values of attributes.
pub(crate) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Html {
    /// The beginning of a document.
    pub(crate) fn document() -> Self {
        Self { out: "<!doctype html>\n".to_owned() }
    }

    /// An element and what is inside it.
    pub(crate) fn element(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        if !is_inline(name) {
            self.out.push('\n');
        }
    }

    /// An element that holds a text.
    pub(crate) fn leaf(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        text: &str,
    ) {
        self.element(name, attributes, |html| html.text(text));
    }

    /// An element that holds nothing (`meta`, `link`).
    pub(crate) fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.out.push('\n');
    }

    /// Text.
    pub(crate) fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
        self.out.push('>');
        if matches!(name, "html" | "head" | "body" | "main" | "ul" | "ol") {
            self.out.push('\n');
        }
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.out
    }
}

/// Elements after which a line break would be a space.
fn is_inline(name: &str) -> bool {
    matches!(name, "a" | "b" | "span" | "small")
}

fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No browser shows them, and XML forbids them.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' => {
                out.push('\u{fffd}');
            }
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_escaped() {
        let mut html = Html::default();
        let hostile = "\"><script>alert('x')</script> & 5 < 6\0";
        html.leaf("p", &[("title", hostile)], hostile);
        insta::assert_snapshot!(html.finish(), @r#"
        <p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; 5 &lt; 6�">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; 5 &lt; 6�</p>
        "#);
    }
}
