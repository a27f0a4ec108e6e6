// A register of companies that the host brings, well and badly behaved.
#include "support.h"

#define SEAT                                                                          \
    "\"seat\": {\"street\": \"Dlouha 1\", \"city\": \"Praha\","                       \
    " \"postal_code\": \"110 00\", \"country\": \"CZ\"}"
#define KOVO_ENTRY                                                                    \
    "{\"registration_number\": \"59610000\", \"name\": \"Kovo s.r.o.\", \"status\": \"active\", " SEAT "}"

struct script {
    callout_engine *engine;
    callout_status status;
    const char *answer;
    int asked, released, destroyed;
};

static void release(callout_bytes *bytes) {
    ((struct script *)bytes->private_data)->released++;
    bytes->release = NULL;
}

static callout_status look_up(void *user_data, callout_str registration_number, callout_bytes *answer) {
    struct script *script = user_data;
    script->asked++;
    CHECK(registration_number.len == 8 && memcmp(registration_number.ptr, "59610000", 8) == 0);
    CHECK(answer->data == NULL && answer->release == NULL);
    if (script->answer) {
        answer->data = script->answer;
        answer->len = strlen(script->answer);
        answer->release = release;
        answer->private_data = script;
    }
    return script->status;
}

// Calls back into Callout, which is allowed, and asks the registers, which is not; then frees the
// engine under its own feet, which is allowed too.
static callout_status curious(void *user_data, callout_str registration_number, callout_bytes *answer) {
    struct script *script = user_data;
    callout_bytes out = {0};
    (void)answer;
    REFUSED(callout_query(script->engine, callout_str_of(HEAD), &out, &error), CALLOUT_NOT_FOUND,
            "COMPANY-CREATE-01");
    REFUSED(callout_look_up_company(script->engine, registration_number, 0, &out, &error), CALLOUT_BUSY,
            "BORDER-CALLBACK-01");
    callout_free(script->engine);
    script->engine = NULL;
    CHECK(script->destroyed == 0);
    return CALLOUT_NOT_FOUND;
}

static void destroy(void *user_data) {
    ((struct script *)user_data)->destroyed++;
}

static callout_registry table_of(struct script *script) {
    callout_registry table = {sizeof(callout_registry), script, look_up, destroy};
    return table;
}

static callout_status ask(callout_engine *engine, callout_bytes *entry, callout_error **error) {
    return callout_look_up_company(engine, callout_str_of("596 10 000"), 0, entry, error);
}

static void answers(callout_engine *engine) {
    static struct script script;
    const callout_registry table = table_of(&script);
    callout_bytes entry = {0};
    DONE(callout_registry_register(engine, callout_str_of("vendor.register"), &table, &error));

    script.answer = KOVO_ENTRY;
    DONE(ask(engine, &entry, &error));
    CHECK(holds(&entry, "\"registry\":\"vendor.register\""));
    CHECK(script.asked == 1 && script.released == 1);

    script.status = CALLOUT_NOT_FOUND;
    DONE(ask(engine, &entry, &error));
    CHECK(entry.len == 4 && holds(&entry, "null"));

    static const struct {
        callout_status given;
        const char *answer;
        callout_status status;
        const char *code;
    } bad[] = {
        {CALLOUT_OK, NULL, CALLOUT_DATA, "PLUGIN-ANSWER-01"},
        {CALLOUT_OK, "rubbish", CALLOUT_DATA, "PLUGIN-ANSWER-01"},
        {CALLOUT_OK, "{\"name\": \"\xC3\x28\"}", CALLOUT_DATA, "PLUGIN-ANSWER-01"},
        {CALLOUT_OK, "{\"registration_number\": \"59610000\", \"price\": 1}", CALLOUT_DATA,
         "PLUGIN-ANSWER-01"},
        {CALLOUT_OK,
         "{\"registration_number\": \"59610000\", \"name\": \" \", \"status\": \"active\", " SEAT "}",
         CALLOUT_DATA, "PLUGIN-ANSWER-03"},
        {CALLOUT_OK,
         "{\"registration_number\": \"45274649\", \"name\": \"CEZ\", \"status\": \"active\", " SEAT "}",
         CALLOUT_DATA, "REGISTRY-READ-01"},
        {CALLOUT_UNAVAILABLE, "maintenance until noon", CALLOUT_UNAVAILABLE, "REGISTRY-DOWN-01"},
        {CALLOUT_BUSY, NULL, CALLOUT_UNAVAILABLE, "REGISTRY-DOWN-01"},
        {CALLOUT_INTERNAL, "\xFF\xFE", CALLOUT_UNAVAILABLE, "PLUGIN-CALL-01"},
        {4711, NULL, CALLOUT_UNAVAILABLE, "PLUGIN-CALL-01"},
    };
    for (size_t n = 0; n < sizeof bad / sizeof *bad; n++) {
        script.status = bad[n].given;
        script.answer = bad[n].answer;
        REFUSED(ask(engine, &entry, &error), bad[n].status, bad[n].code);
        CHECK(entry.data == NULL);
    }
    // All that was handed over came back, also what was refused.
    CHECK(script.asked == 12 && script.released == 9);

    // A number that is none goes to nobody.
    REFUSED(callout_look_up_company(engine, callout_str_of("59610001"), 0, &entry, &error),
            CALLOUT_INVALID, "REGISTRY-NUMBER-02");
    CHECK(script.asked == 12 && script.destroyed == 0);

    callout_free(engine);
    CHECK(script.destroyed == 1);
}

// Whatever fails, what was taken over is destroyed once; what was not taken is left alone.
static void registering_fails(callout_engine *engine) {
    static struct script script;
    callout_registry table = table_of(&script);
    const callout_str bad_text = callout_str_of("\xC3\x28"), name = callout_str_of("vendor.register");
    struct {
        callout_registry known;
        void *later;
    } newer;

    REFUSED(callout_registry_register(NULL, name, &table, &error), CALLOUT_INVALID,
            "BORDER-POINTER-01");
    CHECK(script.destroyed == 1);
    REFUSED(callout_registry_register(engine, bad_text, &table, &error), CALLOUT_INVALID,
            "BORDER-TEXT-01");
    CHECK(script.destroyed == 2);
    REFUSED(callout_registry_register(engine, callout_str_of("No Name"), &table, &error),
            CALLOUT_INVALID, "PLUGIN-NAME-01");
    CHECK(script.destroyed == 3);
    table.look_up = NULL;
    REFUSED(callout_registry_register(engine, name, &table, &error), CALLOUT_INVALID,
            "BORDER-POINTER-01");
    CHECK(script.destroyed == 4);
    memset(&newer, 0, sizeof newer);
    newer.known = table_of(&script);
    newer.known.struct_size = sizeof newer;
    newer.later = &newer;
    REFUSED(callout_registry_register(engine, name, &newer.known, &error), CALLOUT_UNSUPPORTED,
            "BORDER-STRUCT-02");
    CHECK(script.destroyed == 5);
    table = table_of(&script);
    table.struct_size = 8;
    REFUSED(callout_registry_register(engine, name, &table, &error), CALLOUT_INVALID,
            "BORDER-STRUCT-01");
    CHECK(script.destroyed == 5);
    callout_free(engine);
    CHECK(script.destroyed == 5);
}

static void calling_back(callout_engine *engine) {
    static struct script script;
    callout_registry table = table_of(&script);
    callout_bytes entry = {0};
    script.engine = engine;
    table.look_up = curious;
    DONE(callout_registry_register(engine, callout_str_of("curious"), &table, &error));
    DONE(ask(engine, &entry, &error));
    CHECK(holds(&entry, "null"));
    CHECK(script.engine == NULL && script.destroyed == 1);
}

// The last one plugged in is asked first; where it does not answer, the one before is.
static void several(callout_engine *engine) {
    static struct script first, last;
    const callout_registry first_table = table_of(&first), last_table = table_of(&last);
    callout_bytes entry = {0};
    DONE(callout_registry_register(engine, callout_str_of("first"), &first_table, &error));
    DONE(callout_registry_register(engine, callout_str_of("last"), &last_table, &error));
    first.answer = KOVO_ENTRY;
    last.status = CALLOUT_UNAVAILABLE;
    DONE(ask(engine, &entry, &error));
    CHECK(holds(&entry, "\"registry\":\"first\""));
    CHECK(last.asked == 1 && first.asked == 1);
    callout_free(engine);
    CHECK(first.destroyed == 1 && last.destroyed == 1);
}

static callout_engine *memory(void) {
    callout_engine *engine = NULL;
    DONE(callout_open_memory(&engine, &error));
    return engine;
}

int main(void) {
    answers(memory());
    registering_fails(memory());
    calling_back(memory());
    several(memory());
    return outcome();
}
