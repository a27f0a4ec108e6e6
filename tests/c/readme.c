// The C part of README.md, which the test cuts out into readme.inc, on a company that is there.
// Given: the settings of a register, and the file of an enquiry.
#include "support.h"

int main(int count, char **words) {
    static char mail[1 << 16];
    if (count != 3)
        return 2;
    const char *registry = words[1], *caller = ASKER, *manager = MANAGER, *company = SERVIS;
    const char *id = "01920000-0000-7000-8000-000000000007";
    FILE *file = fopen(words[2], "rb");
    CHECK(file != NULL);
    if (!file)
        return 2;
    const callout_str enquiry = {mail, fread(mail, 1, sizeof mail, file)};
    fclose(file);
    callout_free(founded("service.db", 0));

#include "readme.inc"

    CHECK(status == CALLOUT_OK);
    engine = NULL;
    DONE(callout_open(callout_str_of("service.db"), NULL, &engine, &error));
    DONE(callout_query(engine, question("{\"customer\": {\"list\": {\"filter\": {\"search\":"
                                        " \"Borovice\"}}}}"), &receipt, &error));
    CHECK(holds(&receipt, "58203117"));
    callout_free(engine);
    return outcome();
}
