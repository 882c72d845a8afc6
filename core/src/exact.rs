//! Arithmetic of exact decimals, each operation compiled once.
//!
//! rust_decimal asks for its own to be written out wherever they are called, which costs a
//! browser more than a kilobyte a call. `None` says that the result has no exact form in 28
//! digits or so, or that there is none.

#![expect(clippy::disallowed_methods, reason = "the one place that calls them")]

use rust_decimal::Decimal;

/// `left + right`.
#[inline(never)]
pub fn add(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_add(right)
}

/// `left - right`.
pub fn subtract(left: Decimal, right: Decimal) -> Option<Decimal> {
    add(left, -right)
}

/// `left × right`.
#[inline(never)]
pub fn multiply(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_mul(right)
}

/// `dividend / divisor`, to 28 digits.
#[inline(never)]
pub fn divide(dividend: Decimal, divisor: Decimal) -> Option<Decimal> {
    dividend.checked_div(divisor)
}

/// The greatest whole number that is at most `number`.
pub fn floor(number: Decimal) -> Option<Decimal> {
    let whole = number.trunc();
    if whole > number { subtract(whole, Decimal::ONE) } else { Some(whole) }
}

/// The least whole number that is at least `number`.
pub fn ceiling(number: Decimal) -> Option<Decimal> {
    floor(-number).map(|whole| -whole)
}

/// The number that a text such as `-1.5` writes, all digits of it.
#[inline(never)]
pub fn parse(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(number: &str, low: &str, high: &str) {
        let number = parse(number).unwrap();
        assert_eq!((floor(number), ceiling(number)), (parse(low), parse(high)));
    }

    #[test]
    fn whole_numbers_lie_around() {
        check("2", "2", "2");
        check("2.5", "2", "3");
        check("-2.5", "-3", "-2");
        check("-0.1", "-1", "0");
        let most = "79228162514264337593543950335";
        check(most, most, most);
    }

    #[test]
    fn what_has_no_exact_form_is_none() {
        let most = Decimal::MAX;
        assert_eq!((add(most, most), subtract(-most, most)), (None, None));
        assert_eq!((multiply(most, most), divide(most, Decimal::ZERO)), (None, None));
        assert_eq!(
            (parse("1e3"), parse("0.1"), parse("十")),
            (None, Some(Decimal::new(1, 1)), None)
        );
    }
}
