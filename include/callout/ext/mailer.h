/*
 * callout.mailer/1: a host's own way to send messages.
 *
 * Callout composes the message and marks it before it is handed over; the host carries it, by
 * whatever way it has, and says what became of it. A host hands the table to
 * `callout_deliver_through`, for the length of that call.
 *
 * Functions must not unwind, throw or longjmp out.
 */
#ifndef CALLOUT_EXT_MAILER_H
#define CALLOUT_EXT_MAILER_H

#include "../types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A mailer of messages. Fields may be added at the end, within this revision. */
typedef struct callout_mailer {
    uint32_t struct_size; /* sizeof(callout_mailer) */

    void *user_data; /* the giver's; handed to the function */

    /*
     * Hands one message over, once: what is not certain is not tried again here.
     * - `envelope` [borrowed until return]: JSON, schema `envelope` of `toolbox`:
     *   `{"message_id", "from", "to": [...], "subject"}`.
     * - `message` [borrowed until return]: the message (RFC 5322), lines ended by CRLF.
     * - `answer` [owned by Callout]: words of the next hop or a reason, UTF-8, or nothing. It
     *   arrives empty, is copied, then released with its `release`.
     * - returns CALLOUT_OK where somebody took responsibility for it; CALLOUT_UNAVAILABLE or
     *   CALLOUT_BUSY where it was certainly not taken and may be later: it is handed over again by
     *   a call of `callout_deliver_through` after the minutes of the company's setting
     *   `retry_after`; CALLOUT_REFUSED or CALLOUT_INVALID where it never will be. Any other status,
     *   and an answer of more than 64 KiB, says that nobody knows: the message stays `unknown`
     *   until a person decides, and no other is handed over by the same call. So a host that wants
     *   to stop returns CALLOUT_INTERNAL.
     * Inside it every function of callout.h may be called. No database lock is held.
     * [one-thread-at-a-time], the one that delivers. Required.
     */
    callout_status (*send)(void *user_data, callout_str envelope, callout_str message,
                           callout_bytes *answer);
} callout_mailer;

#ifdef __cplusplus
}
#endif

#endif /* CALLOUT_EXT_MAILER_H */
