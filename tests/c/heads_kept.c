// The C part of docs/heads.md, which the test cuts out into heads_kept.inc: it notices an older file.
#include "support.h"

#include "heads_kept.inc"

// Opens a file, and holds it against the heads that were kept.
static callout_engine *opened(const char *path, const char *wanted) {
    callout_engine *engine = NULL;
    static long last;
    callout_bytes report = {0};
    FILE *heads = fopen("heads.txt", "a+");
    CHECK(heads != NULL);
    if (!heads)
        return NULL;
    DONE(callout_open(callout_str_of(path), NULL, &engine, &error));
    DONE(prove_and_keep(engine, heads, SERVIS, MANAGER, &report, &error));
    CHECK(holds(&report, wanted));
    fseek(heads, 0, SEEK_END);
    const long before = ftell(heads);
    DONE(drafted(engine, 30 + (int)before, &error));
    fseek(heads, 0, SEEK_END);
    // Of a file that was set back no head is kept.
    CHECK((ftell(heads) > before) == (strcmp(wanted, "\"problems\":[]") == 0));
    // The disk was full, or the power went.
    fprintf(heads, SERVIS " {\"count\":9%ld, \"ha", ++last);
    DONE(callout_after_commit(engine, NULL, &error));
    fclose(heads);
    return engine;
}

int main(void) {
    const char *sound = "\"problems\":[]", *lost = "does not hold the head that was kept";
    callout_free(founded("service.db", 0));
    callout_free(opened("service.db", sound));
    callout_engine *engine = opened("service.db", sound);
    DONE(callout_backup(engine, callout_str_of("older.db"), NULL, NULL, &error));
    callout_free(engine);
    callout_free(opened("service.db", sound));
    callout_free(opened("older.db", lost));
    return outcome();
}
