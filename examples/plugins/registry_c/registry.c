/*
 * A Callout plugin in C: a register of companies, read from a list that the host hands over.
 *
 *     cc -std=c11 -shared -fPIC -fvisibility=hidden -Iinclude \
 *        examples/plugins/registry_c/registry.c -o registry.so
 *
 * Settings: {"file": "/full/path/companies.jsonl"}, one entry a line. What a real plugin does in
 * their place is ask a server; the shape around it stays.
 */
#include <callout/ext/registry.h>
#include <callout/plugin.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct list {
    char file[1024];
};

// ---- Memory that goes to Callout carries its own way back.

static void release(callout_bytes *bytes) {
    free(bytes->private_data);
    bytes->release = NULL;
}

static void hand_over(callout_bytes *bytes, const char *text) {
    const size_t len = strlen(text);
    char *copy = malloc(len + 1);
    if (!copy)
        return;
    memcpy(copy, text, len + 1);
    bytes->data = copy;
    bytes->len = len;
    bytes->release = release;
    bytes->private_data = copy;
}

static callout_status fail(callout_bytes *reason, callout_status status, const char *why) {
    hand_over(reason, why);
    return status;
}

// ---- The register.

// [any-thread]: it changes nothing, so it needs no lock.
static callout_status look_up(void *user_data, callout_str registration_number, callout_bytes *answer) {
    const struct list *list = user_data;
    char line[4096], wanted[64];
    callout_status status = CALLOUT_NOT_FOUND;

    FILE *file = fopen(list->file, "r");
    if (!file)
        return fail(answer, CALLOUT_UNAVAILABLE, "the list cannot be opened");
    snprintf(wanted, sizeof wanted, "\"registration_number\": \"%.*s\"", (int)registration_number.len, registration_number.ptr);
    while (status == CALLOUT_NOT_FOUND && fgets(line, sizeof line, file)) {
        if (strstr(line, wanted)) {
            hand_over(answer, line);
            status = answer->release ? CALLOUT_OK : CALLOUT_INTERNAL;
        }
    }
    if (ferror(file) && status == CALLOUT_NOT_FOUND)
        status = fail(answer, CALLOUT_UNAVAILABLE, "the list cannot be read");
    fclose(file);
    return status;
}

static void destroy(void *user_data) {
    free(user_data);
}

static callout_status create(callout_str settings, callout_registry *registry,
                             callout_bytes *reason) {
    static const char key[] = "\"file\": \"";
    char text[2048];
    struct list *list;

    // An older host knows a smaller table: nothing may be written past it.
    if (registry->struct_size < sizeof *registry)
        return fail(reason, CALLOUT_UNSUPPORTED, "this host is older than the plugin");
    if (settings.len >= sizeof text)
        return fail(reason, CALLOUT_INVALID, "the settings are too long");
    if (settings.len > 0) // else `ptr` is not looked at
        memcpy(text, settings.ptr, settings.len);
    text[settings.len] = '\0';

    const char *from = strstr(text, key);
    const char *to = from ? strchr(from + sizeof key - 1, '"') : NULL;
    if (!to)
        return fail(reason, CALLOUT_INVALID, "the settings name no \"file\"");
    from += sizeof key - 1;
    if ((size_t)(to - from) >= sizeof list->file)
        return fail(reason, CALLOUT_INVALID, "the path is too long");
    list = calloc(1, sizeof *list);
    if (!list)
        return fail(reason, CALLOUT_UNAVAILABLE, "there is no memory");
    memcpy(list->file, from, (size_t)(to - from));

    registry->struct_size = sizeof *registry;
    registry->user_data = list;
    registry->look_up = look_up;
    registry->destroy = destroy;
    return CALLOUT_OK;
}

static const callout_registry_factory registry_factory = {
    sizeof(callout_registry_factory), CALLOUT_REGISTRY_REVISION, create};

// ---- The plugin.

static const void *get_capability(const char *capability) {
    return strcmp(capability, CALLOUT_REGISTRY_CAPABILITY) == 0 ? &registry_factory : NULL;
}

CALLOUT_PLUGIN_EXPORT const callout_plugin callout_plugin_entry = {
    sizeof(callout_plugin), CALLOUT_PLUGIN_ABI_VERSION, "example.registry", "1.0.0",
    NULL, NULL, get_capability};
