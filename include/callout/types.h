/* The shapes that callout.h and callout/plugin.h share. Generated; do not edit. */
#ifndef CALLOUT_TYPES_H
#define CALLOUT_TYPES_H

#include <stddef.h>
#include <stdint.h>

// What the caller does next. Numbers are never reused; a number that is not listed here is to be
// treated as `CALLOUT_INTERNAL`.
typedef int32_t callout_status;

// A view of bytes that somebody else owns: UTF-8 text, unless a function says otherwise.
// Nothing needs to end it. `ptr` is not looked at when `len` is 0.
typedef struct callout_str {
  // The first byte.
  const char *ptr;
  // How many bytes.
  size_t len;
} callout_str;

// Bytes with their owner's way to free them: the only way in which memory changes hands, in
// both directions. Whoever receives one calls `release` once, on any thread, when it is done;
// `release` then sets `release` to NULL. Where `release` is NULL there is nothing to free. It
// may be moved by copying, not duplicated.
typedef struct callout_bytes {
  // The first byte. What Callout gives has a NUL one past `len`.
  const char *data;
  // How many bytes, without that NUL.
  size_t len;
  // Frees the bytes. NULL: nothing to free.
  void (*release)(struct callout_bytes *bytes);
  // The owner's, for `release`.
  void *private_data;
} callout_bytes;

// Done.
#define CALLOUT_OK 0

// The request is malformed: mend it, sending it again as it is will not help.
#define CALLOUT_INVALID 10

// Well formed, but a business rule says no.
#define CALLOUT_REFUSED 20

// Somebody was faster: read again, then decide again.
#define CALLOUT_CONFLICT 30

// What was asked for is not there.
#define CALLOUT_NOT_FOUND 40

// An outside service or the disk did not answer: try again later.
#define CALLOUT_UNAVAILABLE 50

// Stored or received data is broken: call for help, nothing was changed.
#define CALLOUT_DATA 60

// This build, or this input, cannot do that.
#define CALLOUT_UNSUPPORTED 70

// Locked for the moment: try again at once.
#define CALLOUT_BUSY 80

// A fault in Callout itself: report it.
#define CALLOUT_INTERNAL 90

// A view of a text that ends with NUL; empty for NULL. [borrowed while the text lives]
static inline callout_str callout_str_of(const char *text) {
  callout_str view = { text, 0 };
  while (text && text[view.len])
    view.len++;
  return view;
}

#endif /* CALLOUT_TYPES_H */
