//! Accounts stand by line and payer; what was reserved is consumed, quantity and amount (R5).

use super::*;
use crate::error::Error;
use crate::money::Exact;

const LINE: Uuid = Uuid::from_u128(1);
const INVOICE: Uuid = Uuid::from_u128(2);

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn portion(payer: Payer, quantity: &str, net: Option<&str>) -> Portion {
    Portion { line: LINE, payer, quantity: exact(quantity), net: net.map(exact) }
}

fn told(state: State, command: &Command) -> Result<State, String> {
    let events = decide(&state, command, &Facts::default());
    let events = events.map_err(|refusal| Error::from(refusal).code().to_owned())?;
    Ok(events.iter().fold(state, apply))
}

/// Three of the line are the customer's and three the warranty's.
fn shared() -> State {
    let opened =
        |payer| Command::OpenAccounts(OpenAccounts { portions: vec![portion(payer, "3", None)] });
    let state = told(State::default(), &opened(Payer::Customer)).unwrap();
    let state = told(state, &opened(Payer::Warranty)).unwrap();
    assert_eq!(told(state.clone(), &opened(Payer::Warranty)).unwrap_err(), "LEDGER-RESERVE-04");
    state
}

#[test]
fn more_than_was_released_is_a_flaw() {
    for (approved, billed, reserved, flawed) in [
        ("5", "3", "2", false),
        ("5", "3", "2.01", true),
        ("0", "0", "0", false),
        ("5", "-1", "0", true),
    ] {
        let taken = |quantity| [(Uuid::nil(), Taken { quantity: exact(quantity), net: None })];
        let account = Account {
            approved: exact(approved),
            billed: taken(billed).into(),
            reserved: taken(reserved).into(),
            ..Account::default()
        };
        let accounts = [(Payer::Customer, account)].into();
        let state = State { accounts: [(Uuid::nil(), accounts)].into() };
        assert_eq!(Ledger::flaw(&state).is_some(), flawed, "{billed} + {reserved}");
    }
}

#[test]
fn each_payer_of_a_line_has_an_account_of_its_own() {
    let reserve = |payer, quantity| {
        Command::Reserve(Reserve {
            invoice: INVOICE,
            portions: vec![portion(payer, quantity, Some("10.00"))],
        })
    };
    let state = told(shared(), &reserve(Payer::Warranty, "3")).unwrap();
    let free = |payer| state.account(LINE, payer).unwrap().free().unwrap();
    assert_eq!((free(Payer::Customer), free(Payer::Warranty)), (exact("3"), Exact::ZERO));
    for (command, code) in [
        (reserve(Payer::Customer, "3.01"), "LEDGER-RESERVE-02"),
        (reserve(Payer::Customer, "0"), "LEDGER-RESERVE-03"),
    ] {
        assert_eq!(told(state.clone(), &command).unwrap_err(), code);
    }
    let both = [Payer::Customer, Payer::Warranty].map(|payer| portion(payer, "1", Some("5.00")));
    let both = Command::Reserve(Reserve { invoice: Uuid::nil(), portions: both.to_vec() });
    assert!(told(shared(), &both).is_ok());
}

#[test]
fn what_was_reserved_is_what_is_consumed_or_freed() {
    let portions = vec![portion(Payer::Customer, "2", Some("960.00"))];
    let reserve = Command::Reserve(Reserve { invoice: INVOICE, portions: portions.clone() });
    let (consume, free) =
        (Command::Consume(Consume { invoice: INVOICE }), Command::Free(Free { invoice: INVOICE }));
    for early in [&consume, &free] {
        assert_eq!(told(shared(), early).unwrap_err(), "LEDGER-RESERVE-06");
    }
    let state = told(shared(), &reserve).unwrap();
    let less = Command::Reserve(Reserve {
        invoice: INVOICE,
        portions: vec![portion(Payer::Customer, "1", Some("480.00"))],
    });
    assert_eq!(told(state.clone(), &less).unwrap_err(), "LEDGER-RESERVE-07");
    let consumed = decide(&state, &consume, &Facts::default()).unwrap();
    assert_eq!(consumed, [Event::Consumed { invoice: INVOICE, portions: portions.clone() }]);
    let after = apply(state.clone(), &consumed[0]);
    let account = after.account(LINE, Payer::Customer).unwrap();
    let taken = Taken { quantity: exact("2"), net: Some(exact("960.00")) };
    assert_eq!((account.reserved.len(), account.billed[&INVOICE]), (0, taken));
    assert_eq!(told(after, &consume).unwrap_err(), "LEDGER-RESERVE-06");
    assert_eq!(told(state, &free).unwrap(), shared());
}

#[test]
fn a_host_names_the_payer_where_there_are_several() {
    let over = |payer| {
        Command::HandOver(HandOver {
            portions: Some(vec![Wanted { line: LINE, payer, quantity: exact("1") }]),
            reference: "D-1".to_owned(),
        })
    };
    assert_eq!(told(shared(), &over(None)).unwrap_err(), "LEDGER-HAND-03");
    let state = told(shared(), &over(Some(Payer::Warranty))).unwrap();
    assert_eq!(state.account(LINE, Payer::Warranty).unwrap().handed_over["D-1"], exact("1"));
    let rest = Command::HandOver(HandOver { portions: None, reference: "D-2".to_owned() });
    let free = |state: &State| state.each().map(|(.., it)| it.free().unwrap()).collect::<Vec<_>>();
    assert_eq!(free(&state), [exact("3"), exact("2")]);
    assert_eq!(free(&told(state, &rest).unwrap()), [Exact::ZERO, Exact::ZERO]);
}
