// What a careless or hostile caller sends: each is refused with a code, and nothing crashes.
#include "support.h"

static callout_engine *engine = NULL;

static void execute(callout_str request, callout_status status, const char *code) {
    // Not empty on purpose: outputs are emptied on entry.
    callout_bytes receipt = {"dirt", 4, NULL, NULL};
    REFUSED(callout_execute(engine, request, &receipt, &error), status, code);
    CHECK(receipt.data == NULL && receipt.len == 0 && receipt.release == NULL);
}

static void pointers(void) {
    const callout_str nothing = {NULL, 0}, hole = {NULL, 7}, endless = {"x", SIZE_MAX};
    callout_bytes out = {0};
    callout_engine *other = NULL;

    REFUSED(callout_execute(NULL, nothing, &out, &error), CALLOUT_INVALID, "BORDER-POINTER-01");
    REFUSED(callout_execute(engine, nothing, NULL, &error), CALLOUT_INVALID, "BORDER-POINTER-01");
    REFUSED(callout_open(nothing, NULL, NULL, &error), CALLOUT_INVALID, "BORDER-POINTER-01");
    REFUSED(callout_open(hole, NULL, &other, &error), CALLOUT_INVALID, "BORDER-POINTER-01");
    REFUSED(callout_query(NULL, nothing, &out, &error), CALLOUT_INVALID, "BORDER-POINTER-01");
    REFUSED(callout_codes(NULL, &error), CALLOUT_INVALID, "BORDER-POINTER-01");
    REFUSED(callout_registry_register(engine, callout_str_of("r"), NULL, &error), CALLOUT_INVALID,
            "BORDER-POINTER-01");
    CHECK(other == NULL);
    execute(hole, CALLOUT_INVALID, "BORDER-POINTER-01");
    execute(endless, CALLOUT_INVALID, "BORDER-POINTER-02");
    execute(nothing, CALLOUT_INVALID, "REQUEST-JSON-01");
    // Nobody has to ask why.
    CHECK(callout_execute(engine, nothing, &out, NULL) == CALLOUT_INVALID);
    CHECK(callout_execute(NULL, nothing, NULL, NULL) == CALLOUT_INVALID);
}

static void texts_and_requests(void) {
    const char *open_it = "{\"activity\": {\"open\": {}}}";
    execute(callout_str_of("{\"id\": \"\xC3\x28\"}"), CALLOUT_INVALID, "BORDER-TEXT-01");
    execute(callout_str_of("{"), CALLOUT_INVALID, "REQUEST-JSON-01");
    execute(callout_str_of("[[[[[[[[[["), CALLOUT_INVALID, "REQUEST-KIND-01");
    execute(command(20, JOB, 1, "{\"activity\": {\"open\": {\"colour\": 1}}}"), CALLOUT_INVALID,
            "REQUEST-FIELD-01");
    execute(command(21, JOB, 1, "{\"activity\": {\"fly\": {}}}"), CALLOUT_INVALID,
            "REQUEST-CHOICE-01");
    execute(command(22, "no id", 1, open_it), CALLOUT_INVALID, "REQUEST-FORM-01");
    execute(command(23, JOB, -1, open_it), CALLOUT_INVALID, "REQUEST-VERSION-01");
    execute(command(24, KOVO, 1, open_it), CALLOUT_NOT_FOUND, "RECORD-FIND-01");
    execute(command(25, KOVO, -1,
                    "{\"activity\": {\"create\": {\"kind\": \"one_off\", \"customer\": \"" KOVO
                    "\", \"title\": \"x\", \"reported_at\": \"2026-10-14T08:00:00\"}}}"),
            CALLOUT_INVALID, "REQUEST-TIME-01");
    // Amounts are text: a JSON number may have lost digits on its way here.
    execute(command(26, JOB, -1, "{\"report\": {\"report_line\": {\"quantity\": 1.5}}}"),
            CALLOUT_INVALID, "REQUEST-AMOUNT-01");
    execute(command(27, JOB, -1, "{\"report\": {\"report_line\": {\"quantity\": \"much\"}}}"),
            CALLOUT_INVALID, "REQUEST-AMOUNT-02");

    char *long_request = malloc(5u << 20);
    CHECK(long_request != NULL);
    if (long_request) {
        memset(long_request, ' ', 5u << 20);
        const callout_str request = {long_request, 5u << 20};
        execute(request, CALLOUT_INVALID, "REQUEST-SIZE-01");
        free(long_request);
    }
}

// The same command again gives the first receipt; another one under its id does not.
static void the_same_id_again(void) {
    callout_bytes first = {0}, again = {0};
    DONE(callout_execute(engine, command(2, JOB, -1, DRAFT), &first, &error));
    DONE(callout_execute(engine, command(2, JOB, -1, DRAFT), &again, &error));
    CHECK(first.len == again.len && memcmp(first.data, again.data, first.len) == 0);
    callout_bytes_release(&first);
    callout_bytes_release(&again);
    execute(command(2, JOB, 1, "{\"activity\": {\"open\": {}}}"), CALLOUT_CONFLICT, "COMMAND-ID-01");
}

static void a_stale_version(void) {
    callout_bytes receipt = {0};
    callout_error *error = NULL;
    DONE(callout_execute(engine, command(3, JOB, 1, "{\"activity\": {\"open\": {}}}"), &receipt,
                         &error));
    callout_bytes_release(&receipt);
    CHECK(callout_execute(engine, command(4, JOB, 1, "{\"activity\": {\"complete\": {}}}"), &receipt,
                          &error) == CALLOUT_CONFLICT);
    CHECK(callout_error_status(error) == CALLOUT_CONFLICT);
    CHECK(strcmp(callout_error_code(error).ptr, "RECORD-VERSION-01") == 0);
    CHECK(strstr(callout_error_message(error).ptr, "version 2") != NULL);
    CHECK(strstr(callout_error_message_cs(error).ptr, "verzi 2") != NULL);
    CHECK(strstr(callout_error_details(error).ptr, "\"changed\"") != NULL);
    CHECK(callout_error_message(error).len == strlen(callout_error_message(error).ptr));
    callout_error_free(error);
}

// A technician sees only his own, and a role that nobody defined sees nothing.
static void rights(void) {
    callout_bytes out = {0};
    callout_str ask = said("{\"company\": \"" SERVIS "\", \"actor\": {\"id\": \"" JANA
                           "\", \"role\": \"stranger\"}}");
    const char *const queries[] = {"\"changes\": {}", "\"head\": {}", "\"verify\": {}"};
    for (size_t n = 0; n < sizeof queries / sizeof *queries; n++) {
        const callout_str query = said("{\"company\": \"" SERVIS "\", \"actor\": {\"id\": \"" JANA
                                       "\", \"role\": \"stranger\"}, \"query\": {%s}}", queries[n]);
        REFUSED(callout_query(engine, query, &out, &error), CALLOUT_REFUSED, "ACCESS-ROLE-01");
    }
    REFUSED(callout_query_with_progress(engine, callout_str_of("{\"company\": 1}"), NULL, NULL, &out,
                                        &error), CALLOUT_INVALID, "REQUEST-KIND-01");
    REFUSED(callout_renew(engine, ask, &out, &error), CALLOUT_REFUSED, "ACCESS-ROLE-01");
    REFUSED(callout_blob_put(engine, ask, callout_str_of("x"), &out, &error), CALLOUT_REFUSED,
            "ACCESS-ROLE-01");
    REFUSED(callout_query(engine, callout_str_of(QUERY("\"blob\": {\"hash\": \"none\"}")), &out, &error),
            CALLOUT_INVALID, "REQUEST-FORM-01");
    REFUSED(callout_calendar_file(callout_str_of("{\"entry\": {}}"), &out, &error), CALLOUT_INVALID,
            "REQUEST-FIELD-02");
    REFUSED(callout_look_up_company(engine, callout_str_of("59610000"), 0, &out, &error),
            CALLOUT_UNSUPPORTED, "REGISTRY-NONE-01");
}

static void options(void) {
    struct {
        callout_open_options known;
        uint32_t later;
    } newer = {CALLOUT_OPEN_OPTIONS_INIT, 0};
    const callout_str path = callout_str_of("options.db");
    callout_engine *other = NULL;

    newer.known.struct_size = sizeof newer;
    DONE(callout_open(path, &newer.known, &other, &error));
    callout_free(other);
    newer.later = 1;
    REFUSED(callout_open(path, &newer.known, &other, &error), CALLOUT_UNSUPPORTED,
            "BORDER-STRUCT-02");
    newer.known.struct_size = 0;
    REFUSED(callout_open(path, &newer.known, &other, &error), CALLOUT_INVALID, "BORDER-STRUCT-01");
    newer.known.struct_size = UINT32_MAX;
    REFUSED(callout_open(path, &newer.known, &other, &error), CALLOUT_INVALID, "BORDER-STRUCT-01");
    newer.known.struct_size = sizeof newer.known;
    newer.known.durability = 7;
    REFUSED(callout_open(path, &newer.known, &other, &error), CALLOUT_INVALID, "BORDER-NUMBER-01");
    newer.known.durability = 0;
    newer.known.allow_plugins = 2;
    REFUSED(callout_open(path, &newer.known, &other, &error), CALLOUT_INVALID, "BORDER-NUMBER-01");
    CHECK(other == NULL);
}

static void write_file(const char *path, const char *content, size_t length) {
    FILE *file = fopen(path, "wb");
    CHECK(file != NULL);
    if (!file)
        return;
    CHECK(fwrite(content, 1, length, file) == length);
    fclose(file);
}

static void files(void) {
    static char page[5000];
    callout_engine *other = NULL;
    memset(page, 'x', sizeof page);
    write_file("not_a_database.db", page, sizeof page);
    REFUSED(callout_open(callout_str_of("not_a_database.db"), NULL, &other, &error), CALLOUT_DATA,
            "STORE-OPEN-01");
    REFUSED(callout_open(callout_str_of("no/such/folder.db"), NULL, &other, &error),
            CALLOUT_UNAVAILABLE, "STORE-OPEN-03");
    // SQLite would open a database that is lost when it is closed.
    REFUSED(callout_open(callout_str_of(""), NULL, &other, &error), CALLOUT_UNAVAILABLE,
            "STORE-OPEN-03");
    const callout_str hole = {"a\0b.db", 6};
    REFUSED(callout_open(hole, NULL, &other, &error), CALLOUT_UNAVAILABLE, "STORE-OPEN-03");
    // What is a special name or a URI to SQLite is a file's name here.
    static const char *const odd[] = {":memory:", "file:odd.db?mode=memory"};
    for (size_t n = 0; n < 2; n++) {
        callout_free(founded(odd[n], 0));
        FILE *made = fopen(odd[n], "rb");
        CHECK(made != NULL);
        if (made)
            fclose(made);
    }

    // A sound file, closed, then cut.
    other = founded("cut.db", 0);
    callout_free(other);
    other = NULL;
    FILE *file = fopen("cut.db", "rb");
    CHECK(file != NULL);
    if (file) {
        CHECK(fread(page, 1, 4096, file) == 4096);
        fclose(file);
        write_file("cut.db", page, 4096);
        REFUSED(callout_open(callout_str_of("cut.db"), NULL, &other, &error), CALLOUT_DATA,
                "STORE-OPEN-01");
    }
    CHECK(other == NULL);
}

// Freeing in any order, twice where the rules allow it, and nothing at all.
static void freeing(void) {
    callout_engine *other = NULL;
    callout_error *error = NULL;
    callout_bytes answer = {0};
    callout_free(NULL);
    callout_error_free(NULL);
    callout_bytes_release(NULL);
    callout_bytes_release(&answer);
    CHECK(callout_error_status(NULL) == CALLOUT_OK);
    CHECK(callout_error_code(NULL).len == 0 && callout_error_code(NULL).ptr[0] == '\0');

    CHECK(callout_open_memory(&other, NULL) == CALLOUT_OK);
    CHECK(callout_execute(other, command(1, SERVIS, -1, FOUND), &answer, NULL) == CALLOUT_OK);
    // An output that is used again is emptied, not freed: that is the caller's.
    callout_bytes_release(&answer);
    CHECK(callout_query(other, callout_str_of("?"), &answer, &error) == CALLOUT_INVALID);
    callout_bytes_release(&answer);
    CHECK(callout_execute(other, command(1, SERVIS, -1, FOUND), &answer, NULL) == CALLOUT_OK);
    callout_free(other);
    // What was got from an engine outlives it.
    CHECK(strstr(callout_error_message(error).ptr, "request") != NULL);
    callout_error_free(error);
    CHECK(answer.len > 0 && answer.data[0] == '{');
    answer.release(&answer);
    CHECK(answer.release == NULL);
    callout_bytes_release(&answer);
}

int main(void) {
    engine = founded("bad_input.db", 0);
    pointers();
    the_same_id_again();
    a_stale_version();
    texts_and_requests();
    rights();
    options();
    files();
    freeing();
    callout_free(engine);
    return outcome();
}
