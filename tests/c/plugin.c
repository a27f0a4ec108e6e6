// Loading plugins: a good one, and one that misbehaves in each way. The folder of the compiled
// plugins is the first argument.
#include "support.h"

static const char *folder;

static callout_status load(callout_engine *engine, const char *name, const char *settings,
                           callout_bytes *loaded, callout_error **error) {
    return callout_plugin_load(engine, said("%s/%s.so", folder, name), callout_str_of(settings),
                               loaded, error);
}

static callout_engine *trusting(void) {
    callout_open_options options = CALLOUT_OPEN_OPTIONS_INIT;
    callout_engine *engine = NULL;
    options.durability = CALLOUT_DURABILITY_OFF;
    options.allow_plugins = 1;
    DONE(callout_open(callout_str_of("plugin.db"), &options, &engine, &error));
    return engine;
}

// What the misbehaving plugin noted since the last time.
static void noted(const char *wanted) {
    char log[512] = "", *end;
    FILE *file = fopen("plugin.log", "r");
    if (file) {
        log[fread(log, 1, sizeof log - 1, file)] = '\0';
        fclose(file);
        remove("plugin.log");
    }
    for (end = log; *end; end++)
        if (*end == '\n')
            *end = ' ';
    if (strcmp(log, wanted) != 0) {
        fprintf(stderr, "noted '%s', not '%s'\n", log, wanted);
        failures++;
    }
}

static void off_unless_asked_for(void) {
    callout_engine *engine = NULL;
    callout_bytes loaded = {0};
    DONE(callout_open(callout_str_of("plugin.db"), NULL, &engine, &error));
    REFUSED(load(engine, "GIVES_RUBBISH", "", &loaded, &error), CALLOUT_UNSUPPORTED, "PLUGIN-OFF-01");
    callout_free(engine);
    noted("");
}

static void a_good_one(void) {
    static const char list[] =
        "{\"registration_number\": \"59610000\", \"name\": \"Kovo s.r.o.\", \"status\": \"active\", \"seat\":"
        " {\"street\": \"Dlouha 1\", \"city\": \"Praha\", \"postal_code\": \"110 00\","
        " \"country\": \"CZ\"}}\n";
    callout_engine *engine = trusting();
    callout_bytes loaded = {0}, entry = {0};
    char here[1024];

    FILE *file = fopen("companies.jsonl", "wb");
    CHECK(file && fwrite(list, 1, sizeof list - 1, file) == sizeof list - 1);
    if (file)
        fclose(file);
    snprintf(here, sizeof here, "{\"file\": \"companies.jsonl\"}");
    DONE(load(engine, "registry", here, &loaded, &error));
    CHECK(holds(&loaded, "{\"id\":\"example.registry\",\"version\":\"1.0.0\","
                         "\"capabilities\":[\"callout.registry/1\"]}"));
    DONE(callout_look_up_company(engine, callout_str_of("59610000"), 0, &entry, &error));
    CHECK(holds(&entry, "\"registry\":\"example.registry\""));
    DONE(callout_look_up_company(engine, callout_str_of("45274649"), 0, &entry, &error));
    CHECK(holds(&entry, "null"));
    remove("companies.jsonl");
    REFUSED(callout_look_up_company(engine, callout_str_of("59610000"), 0, &entry, &error),
            CALLOUT_UNAVAILABLE, "REGISTRY-DOWN-01");
    REFUSED(load(engine, "registry", "{}", &loaded, &error), CALLOUT_UNAVAILABLE, "PLUGIN-START-01");
    REFUSED(load(engine, "registry", "[]", &loaded, &error), CALLOUT_INVALID, "REQUEST-KIND-01");
    callout_free(engine);
}

// Refused before it is plugged in; `called` is what ran of it until then.
static void refused(const char *name, const char *code, callout_status status, const char *called) {
    callout_engine *engine = trusting();
    callout_bytes loaded = {0}, entry = {0};
    REFUSED(load(engine, name, "", &loaded, &error), status, code);
    CHECK(loaded.data == NULL);
    REFUSED(callout_look_up_company(engine, callout_str_of("59610000"), 0, &entry, &error),
            CALLOUT_UNSUPPORTED, "REGISTRY-NONE-01");
    noted(called);
    callout_free(engine);
}

// Loaded, and refused when it answers; the rest of the engine goes on.
static void answers_badly(const char *name, const char *code, callout_status status, int releases) {
    callout_engine *engine = trusting();
    callout_bytes loaded = {0}, entry = {0};
    DONE(load(engine, name, "", &loaded, &error));
    CHECK(holds(&loaded, "test.misbehaving"));
    REFUSED(callout_look_up_company(engine, callout_str_of("59610000"), 0, &entry, &error), status, code);
    CHECK(entry.data == NULL);
    REFUSED(callout_query(engine, callout_str_of(HEAD), &entry, &error), CALLOUT_NOT_FOUND,
            "COMPANY-CREATE-01");
    callout_free(engine);
    noted(releases ? "init callout.registry/1 create look_up release destroy deinit "
                   : "init callout.registry/1 create look_up destroy deinit ");
}

static void both_versions_are_named(void) {
    callout_engine *engine = trusting();
    callout_bytes loaded = {0};
    callout_error *error = NULL;
    CHECK(load(engine, "LIES_ABI", "", &loaded, &error) == CALLOUT_UNSUPPORTED);
    CHECK(strstr(callout_error_message(error).ptr, "ABI 99") != NULL);
    CHECK(strstr(callout_error_message(error).ptr, "speaks 1") != NULL);
    callout_error_free(error);
    CHECK(load(engine, "LIES_REVISION", "", &loaded, &error) == CALLOUT_UNSUPPORTED);
    CHECK(strstr(callout_error_message(error).ptr, "revision 1 and gave revision 2") != NULL);
    callout_error_free(error);
    callout_free(engine);
    noted("init callout.registry/1 deinit ");
}

// Two engines, one library: each start has its own end.
static void twice(void) {
    callout_engine *first = trusting(), *second = trusting();
    callout_bytes loaded = {0};
    DONE(load(first, "GIVES_ERROR", "", &loaded, &error));
    callout_bytes_release(&loaded);
    DONE(load(second, "GIVES_ERROR", "", &loaded, &error));
    callout_bytes_release(&loaded);
    callout_free(first);
    callout_free(second);
    noted("init callout.registry/1 create init callout.registry/1 create destroy deinit destroy deinit ");
}

static callout_engine *loading;

// What a host must not do inside the `create` of a plugin.
static void load_another(void) {
    callout_bytes loaded = {0};
    REFUSED(load(loading, "GIVES_ERROR", "", &loaded, &error), CALLOUT_BUSY, "BORDER-CALLBACK-01");
    CHECK(loaded.data == NULL);
}

static void inside_another(void) {
    callout_bytes loaded = {0};
    char settings[64];
    loading = trusting();
    snprintf(settings, sizeof settings, "{\"call\": %llu}",
             (unsigned long long)(uintptr_t)load_another);
    DONE(load(loading, "CALLS_BACK", settings, &loaded, &error));
    callout_bytes_release(&loaded);
    callout_free(loading);
    noted("init callout.registry/1 create destroy deinit ");
}

static void offers_nothing_known(void) {
    callout_engine *engine = trusting();
    callout_bytes loaded = {0};
    DONE(load(engine, "OFFERS_NOTHING", "", &loaded, &error));
    CHECK(holds(&loaded, "\"capabilities\":[]"));
    noted("init callout.registry/1 deinit ");
    callout_free(engine);
}

static void paths(void) {
    callout_engine *engine = trusting();
    callout_bytes loaded = {0};
    REFUSED(callout_plugin_load(engine, callout_str_of("registry.so"), callout_str_of(""), &loaded,
                                &error), CALLOUT_INVALID, "PLUGIN-PATH-01");
    REFUSED(load(engine, "no_such_plugin", "", &loaded, &error), CALLOUT_UNAVAILABLE,
            "PLUGIN-LOAD-01");
    callout_free(engine);
}

int main(int count, char **arguments) {
    if (count != 2)
        return 2;
    folder = arguments[1];
    remove("plugin.log");
    off_unless_asked_for();
    a_good_one();
    paths();
    both_versions_are_named();
    refused("NO_ENTRY", "PLUGIN-LOAD-02", CALLOUT_UNSUPPORTED, "");
    refused("LIES_ABI", "PLUGIN-ABI-01", CALLOUT_UNSUPPORTED, "");
    refused("SHORT_ENTRY", "PLUGIN-ABI-02", CALLOUT_UNSUPPORTED, "");
    refused("BAD_NAME", "PLUGIN-ENTRY-01", CALLOUT_UNSUPPORTED, "");
    refused("FAILS_TO_START", "PLUGIN-START-01", CALLOUT_UNAVAILABLE, "init release ");
    refused("LIES_REVISION", "PLUGIN-ABI-03", CALLOUT_UNSUPPORTED,
            "init callout.registry/1 deinit ");
    refused("SHORT_FACTORY", "PLUGIN-ABI-02", CALLOUT_UNSUPPORTED,
            "init callout.registry/1 deinit ");
    refused("REFUSES_SETTINGS", "PLUGIN-START-01", CALLOUT_UNAVAILABLE,
            "init callout.registry/1 create release deinit ");
    refused("LACKS_LOOK_UP", "PLUGIN-ENTRY-01", CALLOUT_UNSUPPORTED,
            "init callout.registry/1 create destroy deinit ");
    refused("LACKS_CREATE", "PLUGIN-ENTRY-01", CALLOUT_UNSUPPORTED,
            "init callout.registry/1 deinit ");
    refused("LARGE_TABLE", "PLUGIN-ENTRY-01", CALLOUT_UNSUPPORTED,
            "init callout.registry/1 create destroy deinit ");
    answers_badly("GIVES_RUBBISH", "PLUGIN-ANSWER-01", CALLOUT_DATA, 1);
    answers_badly("GIVES_TOO_MUCH", "PLUGIN-ANSWER-02", CALLOUT_DATA, 1);
    answers_badly("GIVES_ERROR", "PLUGIN-CALL-01", CALLOUT_UNAVAILABLE, 1);
    answers_badly("GIVES_HOLE", "PLUGIN-ANSWER-01", CALLOUT_DATA, 0);
    offers_nothing_known();
    inside_another();
    twice();
    return outcome();
}
