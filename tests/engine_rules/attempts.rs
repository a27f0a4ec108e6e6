//! What the attempts of a message make of it, in whichever order they end (R8).

use callout::message::{
    Begin, Command, Conclude, Facts, RecordBounce, Retry, State, Status, Withdraw, apply, decide,
};
use callout::port::mailer::Delivery;

/// A step: `begin`, `retry`, `bounce`, `withdraw`, or the number of an attempt with what its mailer
/// says.
fn command(step: &str) -> Command {
    let (number, says) = step.split_at(1);
    let reason = step.to_owned();
    let delivery = match says {
        "sent" => Delivery::Sent { detail: reason },
        "later" => Delivery::Failed { permanent: false, reason },
        "never" => Delivery::Failed { permanent: true, reason },
        "unknown" => Delivery::Unknown { reason },
        _ if step == "begin" => return Command::Begin(Begin {}),
        _ if step == "bounce" => return Command::RecordBounce(RecordBounce { reason }),
        _ if step == "withdraw" => return Command::Withdraw(Withdraw { reason }),
        _ => return Command::Retry(Retry { reason, to: Vec::new(), replaced: false }),
    };
    Command::Conclude(Conclude { delivery, attempt: Some(number.parse().unwrap()) })
}

fn after(steps: &str) -> State {
    let facts = Facts { retry_after: vec![1, 5], ..Facts::default() };
    steps.split_whitespace().fold(State::default(), |state, step| {
        let events = decide(&state, &command(step), &facts);
        let events = events.unwrap_or_else(|no| panic!("{steps}: {step}: {no:?}"));
        events.iter().fold(state, apply)
    })
}

#[test]
fn the_attempts_of_a_message_end_in_any_order() {
    use Status::{Bounced, Failed, Queued, Sent, Unknown, Withdrawn};
    for (steps, status, waits, attempts) in [
        ("begin 1later", Queued, true, "not_now"),
        ("begin 1never", Failed, false, "never"),
        ("begin 1unknown", Unknown, false, "unknown"),
        ("begin 1later retry begin 2later", Queued, true, "not_now not_now"),
        ("begin 1never retry begin 2later", Queued, true, "never not_now"),
        // The first one was taken after all, after the second one ended.
        ("begin retry begin 2later 1sent", Sent, false, "sent not_now"),
        ("begin retry begin 2never 1sent", Sent, false, "sent never"),
        ("begin retry begin 2unknown 1sent", Sent, false, "sent unknown"),
        ("begin 1unknown retry begin 2later", Failed, false, "unknown not_now"),
        ("begin 1unknown retry begin 2sent", Sent, false, "unknown sent"),
        // The first one was taken after all, while the second one was under way.
        ("begin retry begin 1sent", Sent, false, "sent -"),
        ("begin retry begin 1sent 2later", Sent, false, "sent not_now"),
        ("begin retry begin 1sent 2never", Sent, false, "sent never"),
        ("begin retry begin 1sent 2unknown", Sent, false, "sent unknown"),
        ("begin retry begin 1sent 2sent", Sent, false, "sent sent"),
        ("begin retry begin 1later 2later", Queued, true, "not_now not_now"),
        ("begin retry begin 1later 2unknown", Unknown, false, "not_now unknown"),
        // One whose end was never told may have been taken.
        ("begin retry begin 2later", Failed, false, "- not_now"),
        ("begin retry begin 2later 1later", Failed, false, "not_now not_now"),
        ("begin retry 1later", Queued, false, "not_now"),
        ("begin retry 1unknown", Queued, false, "unknown"),
        ("begin retry 1sent", Sent, false, "sent"),
        // What came back is with nobody.
        ("begin 1sent bounce retry begin 2later", Queued, true, "sent not_now"),
        ("begin bounce 1sent", Bounced, false, "sent"),
        ("begin bounce retry 1sent", Queued, false, "sent"),
        ("begin bounce retry begin 1sent", Unknown, false, "sent -"),
        ("begin bounce retry begin 1sent 2later", Queued, true, "sent not_now"),
        // What came back after it was queued again, withdrawn or given up.
        ("begin 1unknown retry bounce", Queued, false, "unknown"),
        ("begin 1unknown retry bounce begin 2later", Queued, true, "unknown not_now"),
        ("begin 1unknown retry withdraw bounce", Withdrawn, false, "unknown"),
        ("begin 1unknown retry begin 2never bounce", Failed, false, "unknown never"),
        ("begin retry begin bounce", Bounced, false, "- -"),
        ("begin retry begin bounce bounce", Bounced, false, "- -"),
        // One that was taken, and not the one that is under way.
        ("begin retry begin 1sent bounce", Unknown, false, "sent -"),
        ("begin retry begin 1sent bounce 2sent", Sent, false, "sent sent"),
        ("begin 1unknown retry begin 2sent bounce bounce", Bounced, false, "unknown sent"),
    ] {
        let state = after(steps);
        let result = state.attempts.iter().map(|it| match &it.outcome {
            Some(outcome) => serde_json::to_value(outcome.result).unwrap(),
            None => "-".into(),
        });
        let result: Vec<String> = result.map(|it| it.as_str().unwrap().to_owned()).collect();
        let seen = (state.status, state.next_try.is_some(), result.join(" "));
        assert_eq!(seen, (status, waits, attempts.to_owned()), "{steps}");
    }
}

#[test]
fn an_attempt_ends_once() {
    let facts = Facts::default();
    for steps in ["begin 1unknown", "begin 1sent", "begin 1later"] {
        let again = decide(&after(steps), &command("1sent"), &facts);
        assert!(again.is_err(), "{steps}: {again:?}");
    }
    // Each comes back once, and only what may have been taken.
    for steps in ["begin 1later", "begin 1never", "begin 1sent bounce", "begin bounce", ""] {
        assert!(decide(&after(steps), &command("bounce"), &facts).is_err(), "{steps}");
    }
    for number in ["0sent", "2sent"] {
        assert!(decide(&after("begin"), &command(number), &facts).is_err(), "{number}");
    }
}
