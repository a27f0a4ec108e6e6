/*
 * A service call, from the customer's e-mail to the invoice, told by a C host.
 *
 *     cargo build --profile dist -p callout-ffi
 *     cc -std=c11 -Iinclude examples/service_call.c -o service_call_c \
 *        -Ltarget/dist -lcallout -Wl,-rpath,$PWD/target/dist
 *     ./service_call_c examples/service_call/enquiry.eml service_call_out
 *
 * It writes its JSON with printf and looks answers up with `find`; a real host has a library for
 * that. Company and people have fixed ids here, commands are numbered.
 */
#define _POSIX_C_SOURCE 200809L
#include <callout.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define COMPANY "01920000-0000-7000-8000-000000000001"
#define TECHNICIAN "01920000-0000-7000-8000-000000000003"
#define AS_MANAGER "{\"id\": \"01920000-0000-7000-8000-000000000002\", \"role\": \"manager\"}"
#define AS_TECHNICIAN "{\"id\": \"" TECHNICIAN "\", \"role\": \"technician\"}"
#define ASKER(who) "{\"company\": \"" COMPANY "\", \"actor\": " who "}"

static callout_engine *engine = NULL;
static const char *actor = AS_MANAGER;

/* ---- small helpers that a host has already ------------------------------------------------ */

static void fail(const char *what, callout_error *error) {
    fprintf(stderr, "%s: %s: %s\n%s\n", what, callout_error_code(error).ptr,
            callout_error_message(error).ptr, callout_error_details(error).ptr);
    exit(1);
}

/* A formatted text in a buffer of its own, the last sixteen of which stay. */
static char *text(const char *format, ...) {
    static char *kept[16];
    static int next = 0;
    va_list values, again;
    va_start(values, format);
    va_copy(again, values);
    const int length = vsnprintf(NULL, 0, format, values);
    va_end(values);
    char **place = &kept[next++ % 16];
    free(*place);
    *place = malloc((size_t)length + 1);
    if (!*place)
        exit(2);
    vsnprintf(*place, (size_t)length + 1, format, again);
    va_end(again);
    return *place;
}

/* The text of the first `"name": "..."` behind the first `after` in an answer. */
static char *find(const char *json, const char *after, const char *name) {
    const char *at = after ? strstr(json, after) : json;
    const char *found = at ? strstr(at, text("\"%s\":\"", name)) : NULL;
    if (!found)
        return NULL;
    found += strlen(name) + 4;
    return text("%.*s", (int)strcspn(found, "\""), found);
}

static char *must_find(const char *json, const char *after, const char *name) {
    char *found = find(json, after, name);
    if (!found) {
        fprintf(stderr, "no %s in %s\n", name, json);
        exit(1);
    }
    return found;
}

/* Takes the text out of bytes that Callout gave, and releases them. */
static char *taken(callout_bytes *bytes) {
    char *copy = text("%.*s", (int)bytes->len, bytes->data);
    callout_bytes_release(bytes);
    return copy;
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(1 << 20);
    if (!file || !bytes) {
        perror(path);
        exit(1);
    }
    *length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

static void keep_file(const char *folder, const char *name, const callout_bytes *bytes) {
    FILE *file = fopen(text("%s/%s", folder, name), "wb");
    if (!file || fwrite(bytes->data, 1, bytes->len, file) != bytes->len || fclose(file) != 0) {
        perror(name);
        exit(1);
    }
    printf("    -> %s (%zu bytes)\n", name, bytes->len);
}

/* ---- the doors of Callout, with the company and the actor filled in ----------------------- */

static callout_status execute(const char *target, const char *version, const char *command,
                              callout_bytes *receipt, callout_error **error) {
    static int number = 0;
    const char *to = target ? text("\"target\": \"%s\", ", target) : "";
    const char *seen = version ? text("\"expected\": %s, ", version) : "";
    const char *request = text("{\"id\": \"01920000-0000-7000-9000-%012d\", \"company\": \"" COMPANY
                               "\", \"actor\": %s, %s%s\"command\": %s}",
                               ++number, actor, to, seen, command);
    return callout_execute(engine, callout_str_of(request), receipt, error);
}

/* A command that must be done; gives the id of what it was for. */
static char *done(const char *target, const char *version, const char *command) {
    callout_bytes receipt = {0};
    callout_error *error = NULL;
    if (execute(target, version, command, &receipt, &error) != CALLOUT_OK)
        fail(command, error);
    return must_find(taken(&receipt), NULL, "target");
}

/* A command that must not be done. */
static void refused(const char *target, const char *version, const char *command, const char *code) {
    callout_bytes receipt = {0};
    callout_error *error = NULL;
    const callout_status status = execute(target, version, command, &receipt, &error);
    if (status == CALLOUT_OK || strcmp(callout_error_code(error).ptr, code) != 0)
        fail(text("wanted %s of %s", code, command), error);
    printf("  no: %s\n", callout_error_message(error).ptr);
    callout_error_free(error);
}

static char *ask(const char *query) {
    callout_bytes answer = {0};
    callout_error *error = NULL;
    const char *question = text("{\"company\": \"" COMPANY "\", \"actor\": %s, \"query\": %s}",
                                actor, query);
    if (callout_query(engine, callout_str_of(question), &answer, &error) != CALLOUT_OK)
        fail(query, error);
    return taken(&answer);
}

/* What a noun is now, and which version of it that is. */
static char *state_of(const char *noun, const char *id) {
    return ask(text("{\"%s\": {\"get\": {\"id\": \"%s\"}}}", noun, id));
}

static char *version_of(const char *noun, const char *id) {
    const char *json = state_of(noun, id);
    const char *at = strstr(json, "\"version\":");
    return text("%d", at ? atoi(at + strlen("\"version\":")) : 0);
}

static char *put_blob(const char *bytes, size_t length) {
    callout_bytes hash = {0};
    callout_error *error = NULL;
    const callout_str content = {bytes, length};
    const char *caller = text("{\"company\": \"" COMPANY "\", \"actor\": %s}", actor);
    if (callout_blob_put(engine, callout_str_of(caller), content, &hash, &error) != CALLOUT_OK)
        fail("a blob", error);
    return taken(&hash);
}

/* A document as PDF and as Word. */
static void papers(const char *document, const char *out) {
    static const char *const formats[] = {"pdf", "docx"};
    for (int n = 0; n < 2; n++) {
        callout_bytes file = {0}, bytes = {0};
        callout_error *error = NULL;
        const char *page = text("{\"company\": \"" COMPANY "\", \"actor\": %s, \"page\":"
                                " {\"document\": \"%s\", \"version\": 1, \"format\": \"%s\"}}",
                                actor, document, formats[n]);
        if (callout_render(engine, callout_str_of(page), &file, &error) != CALLOUT_OK)
            fail("painting", error);
        const char *painted = taken(&file);
        const char *which = text("{\"company\": \"" COMPANY "\", \"actor\": %s, \"query\":"
                                 " {\"blob\": {\"hash\": \"%s\"}}}",
                                 actor, must_find(painted, NULL, "blob"));
        if (callout_query(engine, callout_str_of(which), &bytes, &error) != CALLOUT_OK)
            fail("reading what was painted", error);
        keep_file(out, must_find(painted, NULL, "name"), &bytes);
        callout_bytes_release(&bytes);
    }
}

static void deliver(const char *out) {
    callout_bytes delivered = {0};
    callout_error *error = NULL;
    const char *folder = text("{\"folder\": {\"path\": \"%s/mail\"}}", out);
    if (callout_deliver(engine, callout_str_of(ASKER(AS_MANAGER)), callout_str_of(folder),
                        &delivered, &error) != CALLOUT_OK)
        fail("delivering", error);
    const char *said = taken(&delivered);
    printf("  sent: %s\n", must_find(said, NULL, "subject"));
    if (!strstr(said, "\"outcome\":\"sent\""))
        exit(1);
}

/* ---- the story ------------------------------------------------------------------------------ */

static void the_company(const char *recorded) {
    callout_error *error = NULL;
    size_t length = 0;
    done(COMPANY, NULL,
         "{\"company\": {\"create\": {\"profile\": {\"name\": \"Servis Modrý Klíč"
         " s.r.o.\", \"registration_number\": \"58100075\", \"vat_id\": \"CZ58100075\", \"address\":"
         " {\"street\": \"Klíčová 12\", \"city\": \"Praha 3\","
         " \"postal_code\": \"130 00\", \"country\": \"CZ\"}, \"email\":"
         " \"servis@modry-klic.example\"}, \"settings\": {\"vat_since\":"
         " [{\"from\": \"2009-05-01\", \"registration\": \"payer\"}]}}}}");
    done(TECHNICIAN, NULL, "{\"technician\": {\"create\": {\"name\": \"Karel Vrána\"}}}");
    done(NULL, NULL,
         "{\"price_list\": {\"publish\": {\"name\": \"Ceník\", \"currency\": \"CZK\","
         " \"valid_from\": \"2026-01-01\", \"items\": {"
         "\"labour\": {\"name\": \"Práce\", \"unit\": \"hour\", \"price\": \"890.00\"},"
         "\"filter\": {\"name\": \"Filtr\", \"unit\": \"piece\", \"price\": \"1249.90\"},"
         "\"km\": {\"name\": \"Cestovné\", \"unit\": \"kilometre\", \"price\": \"14.50\"}}}}}");
    /* The register is played from a recorded answer; {"ares": {}} asks it itself. */
    char *exchange = read_file(recorded, &length);
    char *quoted = malloc(2 * length + 1), *to = quoted;
    if (!quoted)
        exit(2);
    for (size_t n = 0; n < length; n++) {
        if (exchange[n] == '"' || exchange[n] == '\\')
            *to++ = '\\';
        *to++ = exchange[n] == '\n' ? ' ' : exchange[n];
    }
    *to = '\0';
    const char *settings = text("{\"recorded\": {\"exchanges\": [\"%s\"]}}", quoted);
    if (callout_registry_open(engine, callout_str_of(settings), &error) != CALLOUT_OK)
        fail("the register", error);
    free(exchange);
    free(quoted);
}

/* The mail comes in, and its customer from the register. */
static void the_enquiry(const char *mail, char **customer, char **received) {
    callout_bytes out = {0};
    callout_error *error = NULL;
    size_t length = 0;
    char *bytes = read_file(mail, &length);
    const callout_str message = {bytes, length};
    if (callout_receive(engine, callout_str_of(ASKER(AS_MANAGER)), message, &out, &error) !=
        CALLOUT_OK)
        fail("the mail", error);
    *received = strdup(must_find(taken(&out), NULL, "target"));
    const char *own = "{\"domains\": [\"modry-klic.example\"]}";
    if (callout_find_facts(message, callout_str_of(own), &out, &error) != CALLOUT_OK)
        fail("the facts", error);
    const char *facts = taken(&out);
    free(bytes);
    const char *number = must_find(facts, "\"registration_numbers\":[", "value");
    const char *sender = must_find(facts, "\"respond_to\":", "address");
    printf("  company number %s, answer to %s\n", number, sender);
    if (callout_look_up_company(engine, callout_str_of(number), 0, &out, &error) != CALLOUT_OK)
        fail("the register", error);
    const char *entry = taken(&out);
    printf("  the register says: %s\n", must_find(entry, NULL, "name"));
    *customer = strdup(done(NULL, NULL, text("{\"customer\": {\"create\": {\"registry\": %s,"
                                             " \"emails\": [\"%s\"]}}}", entry, sender)));
    const char *file = text("{\"mail\": {\"file\": {\"under\": {\"customer\": \"%s\"}}}}", *customer);
    done(*received, NULL, file);
    done(*received, NULL, file); /* filed twice, nothing changes */
}

static char *the_equipment(const char *customer, const char *picture, size_t length) {
    const char *kind = done(NULL, NULL,
        "{\"equipment_type\": {\"create\": {\"name\": \"Stroj\", \"fields\": [{\"key\": \"power_kw\","
        " \"label\": \"Příkon\", \"kind\": \"number\", \"unit\": \"kW\"}]}}}");
    char *equipment = strdup(done(NULL, NULL,
        text("{\"equipment\": {\"create\": {\"customer\": \"%s\", \"card\": {\"name\":"
             " \"Odsávač\", \"equipment_type\": \"%s\", \"serial\": \"RL160-20417\"},"
             " \"dates\": {\"manufactured\": \"2021-02-10\", \"sold\": \"2021-04-19\","
             " \"commissioned\": \"2021-05-03\"}}}}", customer, kind)));
    done(equipment, version_of("equipment", equipment),
         "{\"equipment\": {\"set_fields\": {\"values\": {\"power_kw\": \"2.2\"}}}}");
    done(equipment, version_of("equipment", equipment),
         "{\"equipment\": {\"set_warranty\": {\"terms\": {\"starts_from\": \"commissioned\","
         " \"months\": 24}}}}");
    done(equipment, version_of("equipment", equipment),
         text("{\"equipment\": {\"add_photo\": {\"content\": \"%s\", \"name\": \"plate.png\","
              " \"media_type\": \"image/png\"}}}", put_blob(picture, length)));
    return equipment;
}

static void day_after(char *day, int days) {
    const time_t then = time(NULL) + (time_t)days * 24 * 60 * 60;
    strftime(day, 11, "%Y-%m-%d", gmtime(&then));
}

/* The activity with what is prefilled, and a visit in the technician's calendar. */
static char *the_plan(const char *customer, const char *equipment, const char *mail, char **visit,
                      const char *out) {
    callout_bytes file = {0};
    callout_error *error = NULL;
    char tomorrow[11], later[11];
    day_after(tomorrow, 1);
    day_after(later, 200);
    char *job = strdup(done(NULL, NULL,
        text("{\"activity\": {\"create\": {\"kind\": \"one_off\", \"construction\": false, \"customer\": \"%s\", \"equipment\":"
             " \"%s\", \"title\": \"Odsávač se vypíná\"}}}", customer, equipment)));
    done(job, "1", "{\"activity\": {\"open\": {}}}");
    done(mail, NULL, text("{\"mail\": {\"file\": {\"under\": {\"activity\": \"%s\"}}}}", job));
    done(job, NULL, "{\"activity\": {\"add_note\": {\"text\": \"Vjezd z boční ulice.\"}}}");
    done(job, NULL, "{\"activity\": {\"add_fault\": {\"symptom\": \"Vypíná se.\"}}}");
    done(job, NULL,
         "{\"report\": {\"plan_line\": {\"content\": {\"kind\": \"labour\", \"code\": \"labour\","
         " \"name\": \"Práce technika\", \"unit\": \"hour\"}, \"quantity\": \"2\"}}}");
    done(job, version_of("activity", job),
         "{\"activity\": {\"assign\": {\"technicians\": [\"" TECHNICIAN "\"]}}}");
    const char *at = text("{\"visit\": {\"plan\": {\"activity\": \"%s\", \"technician\": \"" TECHNICIAN
                          "\", \"starts\": {\"local\": \"%sT09:00:00\", \"zone\": \"Europe/Prague\"},"
                          " \"ends\": {\"local\": \"%sT11:00:00\", \"zone\": \"Europe/Prague\"}}}}",
                          job, tomorrow, tomorrow);
    ask("{\"activity\": {\"list\": {\"filter\": {\"planned\": false}}}}");
    *visit = strdup(done(NULL, NULL, at));
    refused(NULL, NULL, at, "VISIT-CLASH-01");
    const char *entry = ask(text("{\"calendar_entry\": {\"visit\": \"%s\"}}", *visit));
    const char *asked = text("{\"entry\": %s, \"method\": \"publish\"}", entry);
    if (callout_calendar_file(callout_str_of(asked), &file, &error) != CALLOUT_OK)
        fail("the calendar file", error);
    keep_file(out, "visit.ics", &file);
    callout_bytes_release(&file);
    const char *plan = done(NULL, NULL,
        text("{\"plan\": {\"create\": {\"template\": {\"title\": \"Prohlídka\", \"customer\":"
             " \"%s\", \"equipment\": \"%s\"}, \"rule\": \"FREQ=MONTHLY;INTERVAL=6\", \"starts\":"
             " {\"local\": \"%sT08:00:00\", \"zone\": \"Europe/Prague\"}}}}", customer, equipment, tomorrow));
    done(plan, NULL, text("{\"plan\": {\"generate_due\": {\"until\": \"%s\"}}}", later));
    return job;
}

static void step(const char *visit, const char *verb) {
    done(visit, NULL, text("{\"visit\": {\"%s\": {}}}", verb));
}

/* The technician works, reports, and has the sheet signed. */
static void the_work(const char *job, const char *visit, const char *picture, size_t length,
                     const char *out) {
    actor = AS_TECHNICIAN;
    ask("{\"visit\": {\"list\": {}}}");
    done(NULL, NULL, text("{\"task\": {\"create\": {\"title\": \"Vzít filtr\", \"about\":"
                          " {\"activity\": \"%s\"}}}}", job));
    refused(job, version_of("activity", job), "{\"activity\": {\"cancel\": {\"reason\": \"ne\"}}}",
            "ACCESS-ROLE-01");
    done(visit, version_of("visit", visit), "{\"visit\": {\"accept\": {}}}");
    step(visit, "travel");
    step(visit, "start");
    step(visit, "pause");
    step(visit, "resume");
    step(visit, "finish");
    const char *line = must_find(state_of("report", job), "\"lines\":[", "id");
    done(job, NULL, text("{\"report\": {\"report_line\": {\"line\": \"%s\", \"quantity\": \"1.75\","
                         " \"visit\": \"%s\"}}}", line, visit));
    done(job, NULL,
         "{\"report\": {\"report_line\": {\"content\": {\"kind\": \"part\", \"code\": \"filter\","
         " \"name\": \"Filtr\", \"unit\": \"piece\"}, \"quantity\": \"1\"}}}");
    done(job, NULL,
         "{\"report\": {\"report_line\": {\"content\": {\"kind\": \"kilometres\", \"code\": \"km\","
         " \"name\": \"Cestovné\", \"unit\": \"kilometre\"}, \"quantity\": \"68\"}}}");
    done(job, NULL, "{\"report\": {\"record_reading\": {\"parameter\": \"Motohodiny\","
                    " \"value\": \"18420\", \"unit\": \"h\"}}}");
    const char *fault = must_find(state_of("activity", job), "\"faults\":[", "id");
    done(job, version_of("activity", job),
         text("{\"activity\": {\"update_fault\": {\"fault\": \"%s\", \"cause\": \"Filtr\"}}}", fault));
    done(job, NULL, "{\"report\": {\"submit\": {}}}");

    const char *generate = text("{\"job_sheet\": {\"generate\": {\"activity\": \"%s\"}}}", job);
    char *sheet = strdup(done(NULL, NULL, generate));
    refused(sheet, "1", "{\"job_sheet\": {\"confirm\": {}}}", "JOBSHEET-CONFIRM-01");
    const char *seen = must_find(state_of("job_sheet", sheet), NULL, "content_hash");
    done(sheet, "1", text("{\"job_sheet\": {\"sign\": {\"name\": \"mistr dílny\", \"picture\":"
                          " \"%s\", \"content_hash\": \"%s\"}}}", put_blob(picture, length), seen));
    done(sheet, "2", "{\"job_sheet\": {\"confirm\": {}}}");
    actor = AS_MANAGER;
    papers(sheet, out);
    deliver(out);
    free(sheet);
}

/* The manager approves line by line; what is approved is released and invoiced. */
static void the_bill(const char *job, const char *out) {
    char *report = strdup(state_of("report", job));
    const char *lines = strstr(report, "\"lines\":[");
    static const char *const quantities[] = {"1.75", "1", "60"};
    for (int n = 0; n < 3 && lines; n++) {
        const char *line = must_find(lines, NULL, "id");
        done(job, NULL, text("{\"report\": {\"approve\": {\"line\": \"%s\", \"quantity\": \"%s\","
                             " \"reason\": \"po kontrole\"}}}", line, quantities[n]));
        lines = strstr(strstr(lines, line), "\"status\":\"");
    }
    free(report);
    done(job, version_of("activity", job), "{\"activity\": {\"complete\": {}}}");
    const char *draft = text("{\"invoice\": {\"draft\": {\"activities\": [\"%s\"]}}}", job);
    refused(NULL, NULL, draft, "INVOICE-DRAFT-01");
    done(job, NULL, "{\"report\": {\"release\": {}}}");
    char *invoice = strdup(done(NULL, NULL, draft));
    refused(NULL, NULL, draft, "INVOICE-DRAFT-01");
    done(invoice, "1", "{\"invoice\": {\"issue\": {\"format\": \"pdf\", \"send\": true}}}");
    printf("  to pay: %s\n", must_find(state_of("invoice", invoice), NULL, "total"));
    papers(invoice, out);
    deliver(out);
    done(job, version_of("activity", job), "{\"activity\": {\"close\": {}}}");
    free(invoice);
}

int main(int count, char **words) {
    const char *mail = count > 1 ? words[1] : "examples/service_call/enquiry.eml";
    const char *out = count > 2 ? words[2] : ".";
    const char *assets = count > 3 ? words[3] : "examples/service_call";
    callout_error *error = NULL;
    char *customer = NULL, *received = NULL, *visit = NULL;
    size_t length = 0;
    mkdir(out, 0777);
    /* A new story each time: what an earlier one left is taken away. */
    static const char *const left[] = {"", "-wal", "-shm"};
    for (int n = 0; n < 3; n++)
        remove(text("%s/service_call_c.db%s", out, left[n]));
    const char *database = text("%s/service_call_c.db", out);
    if (callout_open(callout_str_of(database), NULL, &engine, &error) != CALLOUT_OK)
        fail(database, error);
    char *picture = read_file(text("%s/signature.png", assets), &length);
    the_company(text("%s/registry/58203117.json", assets));
    the_enquiry(mail, &customer, &received);
    char *equipment = the_equipment(customer, picture, length);
    char *job = the_plan(customer, equipment, received, &visit, out);
    the_work(job, visit, picture, length, out);
    the_bill(job, out);
    const char *timeline = ask(text("{\"timeline\": {\"context\": \"%s\", \"limit\": 200}}", job));
    if (!strstr(timeline, "\"event\":\"issued\"") || !strstr(timeline, "\"noun\":\"mail\""))
        return 1;
    const char *proof = ask("{\"verify\": {}}");
    puts(proof);
    free(customer);
    free(received);
    free(equipment);
    free(visit);
    free(job);
    free(picture);
    callout_free(engine);
    return strstr(proof, "\"problems\":[]") ? 0 : 1;
}
