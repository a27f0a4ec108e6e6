// One plugin that misbehaves in the way that it is compiled for: -DLIES_ABI and so on.
#include <callout/ext/registry.h>
#include <callout/plugin.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What is called stands in a file afterwards, for the test to read.
static void note(const char *what) {
    FILE *file = fopen("plugin.log", "a");
    if (!file)
        abort();
    fprintf(file, "%s\n", what);
    fclose(file);
}

static void release(callout_bytes *bytes) {
    note("release");
    free(bytes->private_data);
    bytes->release = NULL;
}

static inline void hand_over(callout_bytes *bytes, size_t len) {
    char *text = malloc(len);
    if (!text)
        abort();
    memset(text, '?', len);
    bytes->data = text;
    bytes->len = len;
    bytes->release = release;
    bytes->private_data = text;
}

static callout_status look_up(void *user_data, callout_str registration_number, callout_bytes *answer) {
    (void)user_data, (void)registration_number, (void)answer;
    note("look_up");
#if defined(GIVES_RUBBISH)
    hand_over(answer, 12);
    return CALLOUT_OK;
#elif defined(GIVES_TOO_MUCH)
    hand_over(answer, 1u << 20);
    return CALLOUT_OK;
#elif defined(GIVES_ERROR)
    hand_over(answer, 3);
    return CALLOUT_INTERNAL;
#elif defined(GIVES_HOLE)
    answer->len = 100;
    return CALLOUT_OK;
#else
    return CALLOUT_NOT_FOUND;
#endif
}

static void destroy(void *user_data) {
    (void)user_data;
    note("destroy");
}

static callout_status create(callout_str settings, callout_registry *registry,
                             callout_bytes *reason) {
    (void)settings, (void)reason;
    note("create");
#if defined(CALLS_BACK)
    // The settings hold the address of a function of the host: {"call": 4711}.
    size_t at = 0;
    while (at < settings.len && (settings.ptr[at] < '0' || settings.ptr[at] > '9'))
        at++;
    ((void (*)(void))(uintptr_t)strtoull(settings.ptr + at, NULL, 10))();
#endif
#if defined(REFUSES_SETTINGS)
    hand_over(reason, 5);
    return CALLOUT_INVALID;
#endif
    registry->destroy = destroy;
#if defined(LARGE_TABLE)
    registry->struct_size = sizeof *registry + 8;
#endif
#if !defined(LACKS_LOOK_UP)
    registry->look_up = look_up;
#else
    (void)look_up;
#endif
    return CALLOUT_OK;
}

#if defined(LIES_REVISION)
#define REVISION 2u
#else
#define REVISION CALLOUT_REGISTRY_REVISION
#endif

#if defined(SHORT_FACTORY)
#define FACTORY_SIZE 8u
#else
#define FACTORY_SIZE sizeof(callout_registry_factory)
#endif

#if defined(LACKS_CREATE)
#define CREATE (1 ? NULL : create)
#else
#define CREATE create
#endif

static const callout_registry_factory factory = {FACTORY_SIZE, REVISION, CREATE};

static callout_status init(callout_bytes *reason) {
    (void)reason;
    note("init");
#if defined(FAILS_TO_START)
    hand_over(reason, 4);
    return CALLOUT_UNAVAILABLE;
#else
    return CALLOUT_OK;
#endif
}

static void deinit(void) {
    note("deinit");
}

static const void *get_capability(const char *capability) {
    note(capability);
#if defined(OFFERS_NOTHING)
    (void)&factory;
    return NULL;
#else
    return strcmp(capability, CALLOUT_REGISTRY_CAPABILITY) == 0 ? &factory : NULL;
#endif
}

#if defined(LIES_ABI)
#define ABI 99u
#else
#define ABI CALLOUT_PLUGIN_ABI_VERSION
#endif

#if defined(SHORT_ENTRY)
#define ENTRY_SIZE 16u
#else
#define ENTRY_SIZE sizeof(callout_plugin)
#endif

#if defined(BAD_NAME)
#define NAME "Bad Name"
#else
#define NAME "test.misbehaving"
#endif

#if defined(NO_ENTRY)
extern CALLOUT_PLUGIN_EXPORT const callout_plugin another_entry;
CALLOUT_PLUGIN_EXPORT const callout_plugin another_entry = {
#else
CALLOUT_PLUGIN_EXPORT const callout_plugin callout_plugin_entry = {
#endif
    ENTRY_SIZE, ABI, NAME, "0.0.1", init, deinit, get_capability};
