#include <callout.h>
#include <stdio.h>

#define SERVIS "01920000-0000-7000-8000-000000000001"
#define JANA "{\"id\": \"01920000-0000-7000-8000-000000000002\", \"role\": \"manager\"}"

int main(void) {
    callout_engine *engine = NULL;
    callout_bytes receipt = {0};
    callout_error *error = NULL;
    callout_status status = callout_open(callout_str_of("service.db"), NULL, &engine, &error);
    if (status == CALLOUT_OK) {
        status = callout_execute(engine, callout_str_of(
            "{\"id\": \"01920000-0000-7000-8000-000000000003\", \"company\": \"" SERVIS "\","
            " \"target\": \"" SERVIS "\", \"actor\": " JANA ", \"command\": {\"company\":"
            " {\"create\": {\"profile\": {\"name\": \"Servis\", \"registration_number\": \"58000003\","
            " \"email\": \"servis@modry-klic.example\", \"address\": {\"street\": \"Dlouha 1\","
            " \"city\": \"Praha\", \"postal_code\": \"110 00\", \"country\": \"CZ\"}},"
            " \"settings\": {\"zone\": \"Europe/Prague\"}}}}}"), &receipt, &error);
    }
    if (status == CALLOUT_OK)
        printf("%s\n", receipt.data);
    else
        fprintf(stderr, "%s: %s\n", callout_error_code(error).ptr, callout_error_message(error).ptr);
    callout_bytes_release(&receipt);
    callout_error_free(error);
    callout_free(engine);
    return status == CALLOUT_OK ? 0 : 1;
}
