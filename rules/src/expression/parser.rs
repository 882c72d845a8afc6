//! Tokens put together, lowest binding first: `or`, `and`, `not`, comparison, `+ -`, `* /`.

use super::lexer::{Token, Word, lex, sign};
use super::{Bound, Expr, ExprKind};
use crate::diagnostic::{Code, Diagnostics};
use crate::source::{Span, Spanned};
use crate::yaml::Scalar;

/// Deeper expressions are no longer read by anybody.
const DEEPEST: usize = 48;

/// Parses the text of a scalar; `None` when it was refused, which has then been reported.
pub(crate) fn parse(
    scalar: &Scalar,
    whole: Span,
    diagnostics: &mut Diagnostics,
) -> Option<Expr> {
    let tokens = lex(scalar, whole, diagnostics)?;
    let mut parser = Parser { tokens, next: 0, depth: 0, end: whole.at_end() };
    let parsed = parser.or().and_then(|expr| match parser.peek() {
        Token::End => Ok(expr),
        _ => Err(parser.unexpected("an operator or the end")),
    });
    match parsed {
        Ok(expr) => Some(expr),
        Err(trouble) => {
            let diagnostic =
                diagnostics.report(trouble.code, trouble.span, trouble.message);
            if let Some(hint) = trouble.hint {
                diagnostic.hint(hint);
            }
            None
        }
    }
}

/// Why an expression is not understood.
struct Trouble {
    code: Code,
    span: Span,
    message: String,
    hint: Option<String>,
}

type Parsed<T> = Result<T, Box<Trouble>>;

struct Parser {
    tokens: Vec<(Token, Span)>,
    next: usize,
    depth: usize,
    end: Span,
}

impl Parser {
    fn peek(&self) -> &Token {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> &Token {
        self.tokens.get(self.next + ahead).map_or(&Token::End, |(token, _)| token)
    }

    fn here(&self) -> Span {
        self.tokens.get(self.next).map_or(self.end, |(_, span)| *span)
    }

    fn advance(&mut self) -> Span {
        let span = self.here();
        self.next += 1;
        span
    }

    fn eat(&mut self, token: &Token) -> Option<Span> {
        (self.peek() == token).then(|| self.advance())
    }

    fn eat_word(&mut self, word: Word) -> Option<Span> {
        self.eat(&Token::Word(word))
    }

    fn unexpected(&self, expected: &str) -> Box<Trouble> {
        let found = self.peek();
        let mut hint = None;
        if let Token::Name(_) = found
            && self.next > 0
            && matches!(self.tokens.get(self.next - 1), Some((Token::Name(_), _)))
        {
            hint = Some("names have no spaces in them".to_owned());
        }
        Box::new(Trouble {
            code: Code::Syntax,
            span: self.here(),
            message: format!("expected {expected}, found {found}"),
            hint,
        })
    }

    fn expect(&mut self, token: &Token) -> Parsed<Span> {
        self.eat(token).ok_or_else(|| self.unexpected(&token.to_string()))
    }

    /// Runs `inner` one level deeper.
    fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= DEEPEST {
            return Err(Box::new(Trouble {
                code: Code::TooDeep,
                span: self.here(),
                message: format!("nested more than {DEEPEST} levels deep"),
                hint: None,
            }));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn or(&mut self) -> Parsed<Expr> {
        let first = self.and()?;
        let mut rest = Vec::new();
        while self.eat_word(Word::Or).is_some() {
            rest.push(self.and()?);
        }
        Ok(join(first, rest, ExprKind::Or))
    }

    fn and(&mut self) -> Parsed<Expr> {
        let first = self.not()?;
        let mut rest = Vec::new();
        while self.eat_word(Word::And).is_some() {
            rest.push(self.not()?);
        }
        Ok(join(first, rest, ExprKind::And))
    }

    fn not(&mut self) -> Parsed<Expr> {
        match self.eat_word(Word::Not) {
            Some(start) => {
                let inner = self.deeper(Self::not)?;
                let span = start.to(inner.span);
                Ok(Expr { span, kind: ExprKind::Not(Box::new(inner)) })
            }
            None => self.comparison(),
        }
    }

    fn comparison(&mut self) -> Parsed<Expr> {
        let left = self.sum()?;
        let start = left.span;
        let left = Box::new(left);
        let expr = match self.peek() {
            Token::Compare(comparison) => {
                let comparison = *comparison;
                let is = Spanned::new(comparison, self.advance());
                let right = Box::new(self.sum()?);
                let span = start.to(right.span);
                Expr { span, kind: ExprKind::Compare { left, is, right } }
            }
            Token::Word(Word::In) => {
                self.advance();
                self.members(left, false)?
            }
            Token::Word(Word::Not)
                if matches!(self.peek_at(1), Token::Word(Word::In)) =>
            {
                self.advance();
                self.advance();
                self.members(left, true)?
            }
            Token::Word(Word::Between) => {
                self.advance();
                let low = Bound { value: Box::new(self.sum()?), inclusive: true };
                if self.eat_word(Word::And).is_none() {
                    return Err(self.unexpected("`and`"));
                }
                let high = Bound { value: Box::new(self.sum()?), inclusive: true };
                let span = start.to(high.value.span);
                Expr { span, kind: ExprKind::Range { left, negated: false, low, high } }
            }
            Token::Word(Word::Has) => {
                self.advance();
                let option = Box::new(self.sum()?);
                let span = start.to(option.span);
                Expr { span, kind: ExprKind::Has { left, option } }
            }
            _ => return Ok(*left),
        };
        if let Token::Compare(comparison) = self.peek() {
            return Err(Box::new(Trouble {
                code: Code::Chained,
                span: self.here(),
                message: format!(
                    "a second comparison `{}` after the first one",
                    sign(*comparison)
                ),
                hint: Some(
                    "write `x in [1..5]`, or join two comparisons by `and`".into(),
                ),
            }));
        }
        Ok(expr)
    }

    /// What follows `in`.
    fn members(&mut self, left: Box<Expr>, negated: bool) -> Parsed<Expr> {
        let start = left.span;
        let open = self.peek().clone();
        if !matches!(open, Token::Open | Token::OpenSquare) {
            let member = self.sum()?;
            let span = start.to(member.span);
            let members = vec![member];
            return Ok(Expr { span, kind: ExprKind::In { left, negated, members } });
        }
        self.advance();
        let first = self.deeper(Self::sum)?;
        if self.eat(&Token::Dots).is_some() {
            let last = self.deeper(Self::sum)?;
            let closed = matches!(self.peek(), Token::CloseSquare);
            if !closed && !matches!(self.peek(), Token::Close) {
                return Err(self.unexpected("`]` or `)`"));
            }
            let span = start.to(self.advance());
            let inclusive = open == Token::OpenSquare;
            let low = Bound { value: Box::new(first), inclusive };
            let high = Bound { value: Box::new(last), inclusive: closed };
            return Ok(Expr { span, kind: ExprKind::Range { left, negated, low, high } });
        }
        let mut members = vec![first];
        while self.eat(&Token::Comma).is_some() {
            members.push(self.deeper(Self::sum)?);
        }
        let close = if open == Token::Open { Token::Close } else { Token::CloseSquare };
        let Some(end) = self.eat(&close) else {
            return Err(self.unexpected(&format!("`,` or {close}")));
        };
        let span = start.to(end);
        Ok(Expr { span, kind: ExprKind::In { left, negated, members } })
    }

    fn sum(&mut self) -> Parsed<Expr> {
        let mut left = self.product()?;
        loop {
            if self.eat(&Token::Plus).is_some() {
                let right = self.product()?;
                let span = left.span.to(right.span);
                left = match left {
                    Expr { kind: ExprKind::Sum(mut members), .. } => {
                        members.push(right);
                        Expr { span, kind: ExprKind::Sum(members) }
                    }
                    left => Expr { span, kind: ExprKind::Sum(vec![left, right]) },
                };
            } else if self.eat(&Token::Minus).is_some() {
                let right = self.product()?;
                let span = left.span.to(right.span);
                let kind = ExprKind::Less(Box::new(left), Box::new(right));
                left = self.deep(Expr { span, kind })?;
            } else {
                return Ok(left);
            }
        }
    }

    /// Refuses an expression whose left spine has grown too deep for its readers.
    fn deep(&mut self, expr: Expr) -> Parsed<Expr> {
        let mut depth = 0;
        let mut inner = &expr;
        while let ExprKind::Less(left, _) | ExprKind::Quotient { dividend: left, .. } =
            &inner.kind
        {
            depth += 1;
            inner = left;
        }
        if depth > DEEPEST {
            return Err(Box::new(Trouble {
                code: Code::TooDeep,
                span: expr.span,
                message: format!("more than {DEEPEST} operators in a row"),
                hint: None,
            }));
        }
        Ok(expr)
    }

    fn product(&mut self) -> Parsed<Expr> {
        let mut left = self.unary()?;
        loop {
            if self.eat(&Token::Times).is_some() {
                let right = self.unary()?;
                let span = left.span.to(right.span);
                left = match left {
                    Expr { kind: ExprKind::Product(mut members), .. } => {
                        members.push(right);
                        Expr { span, kind: ExprKind::Product(members) }
                    }
                    left => Expr { span, kind: ExprKind::Product(vec![left, right]) },
                };
            } else if self.eat(&Token::Over).is_some() {
                let divisor = Box::new(self.unary()?);
                let mut span = left.span.to(divisor.span);
                let mut otherwise = None;
                if self.eat_word(Word::Otherwise).is_some() {
                    let value = self.unary()?;
                    span = span.to(value.span);
                    otherwise = Some(Box::new(value));
                }
                let dividend = Box::new(left);
                let kind = ExprKind::Quotient { dividend, divisor, otherwise };
                left = self.deep(Expr { span, kind })?;
            } else {
                return Ok(left);
            }
        }
    }

    fn unary(&mut self) -> Parsed<Expr> {
        match self.eat(&Token::Minus) {
            Some(start) => {
                let inner = self.deeper(Self::unary)?;
                let span = start.to(inner.span);
                Ok(Expr { span, kind: ExprKind::Negative(Box::new(inner)) })
            }
            None => self.primary(),
        }
    }

    fn primary(&mut self) -> Parsed<Expr> {
        let span = self.here();
        let kind = match self.peek().clone() {
            Token::Number(number) => {
                self.advance();
                return Ok(self.figure(number, span));
            }
            Token::Text(text) => {
                self.advance();
                ExprKind::Text(text)
            }
            Token::Word(Word::Yes) => {
                self.advance();
                ExprKind::YesNo(true)
            }
            Token::Word(Word::No) => {
                self.advance();
                ExprKind::YesNo(false)
            }
            Token::Name(name) if *self.peek_at(1) == Token::Open => {
                self.advance();
                return self.call(Spanned::new(name, span));
            }
            Token::Name(name) => {
                self.advance();
                ExprKind::Name(name)
            }
            Token::Open => {
                self.advance();
                let inner = self.deeper(Self::or)?;
                let end = self.expect(&Token::Close)?;
                return Ok(Expr { span: span.to(end), kind: inner.kind });
            }
            Token::Word(Word::If) => {
                self.advance();
                let when = Box::new(self.deeper(Self::or)?);
                if self.eat_word(Word::Then).is_none() {
                    return Err(self.unexpected("`then`"));
                }
                let then = Box::new(self.deeper(Self::or)?);
                if self.eat_word(Word::Else).is_none() {
                    return Err(self.unexpected("`else`"));
                }
                let otherwise = Box::new(self.deeper(Self::or)?);
                let span = span.to(otherwise.span);
                return Ok(Expr { span, kind: ExprKind::If { when, then, otherwise } });
            }
            Token::Word(Word::Not) => {
                self.advance();
                let inner = self.deeper(Self::comparison)?;
                let span = span.to(inner.span);
                return Ok(Expr { span, kind: ExprKind::Not(Box::new(inner)) });
            }
            _ => return Err(self.unexpected("a fact, a figure or `(`")),
        };
        Ok(Expr { span, kind })
    }

    /// A number with the unit that may follow it.
    fn figure(&mut self, number: mingbai_core::Decimal, span: Span) -> Expr {
        let unit = match self.peek().clone() {
            Token::Percent => Some(Spanned::new("%".to_owned(), self.advance())),
            Token::Name(unit) => Some(Spanned::new(unit, self.advance())),
            _ => None,
        };
        let span = unit.as_ref().map_or(span, |unit| span.to(unit.span));
        Expr { span, kind: ExprKind::Figure { number, unit } }
    }

    fn call(&mut self, function: Spanned<String>) -> Parsed<Expr> {
        self.expect(&Token::Open)?;
        let mut arguments = Vec::new();
        if *self.peek() != Token::Close {
            arguments.push(self.deeper(Self::or)?);
            while self.eat(&Token::Comma).is_some() {
                arguments.push(self.deeper(Self::or)?);
            }
        }
        let Some(end) = self.eat(&Token::Close) else {
            return Err(self.unexpected("`,` or `)`"));
        };
        let span = function.span.to(end);
        Ok(Expr { span, kind: ExprKind::Call { function, arguments } })
    }
}

/// One member stays itself; several become `kind`.
fn join(first: Expr, rest: Vec<Expr>, kind: fn(Vec<Expr>) -> ExprKind) -> Expr {
    let Some(last) = rest.last() else { return first };
    let span = first.span.to(last.span);
    let members = std::iter::once(first).chain(rest).collect();
    Expr { span, kind: kind(members) }
}
