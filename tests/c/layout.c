// Sizes and offsets of all structs that cross the border, as C sees them: include/callout.abi.
#include <callout.h>
#include <callout/plugin.h>
#include <stdio.h>

#define TYPE(type) printf("%s %zu\n", #type, sizeof(type))
#define FIELD(type, field)                                                            \
    printf("  %s %zu %zu\n", #field, offsetof(type, field), sizeof(((type *)0)->field))

int main(void) {
    TYPE(callout_str);
    FIELD(callout_str, ptr);
    FIELD(callout_str, len);
    TYPE(callout_bytes);
    FIELD(callout_bytes, data);
    FIELD(callout_bytes, len);
    FIELD(callout_bytes, release);
    FIELD(callout_bytes, private_data);
    TYPE(callout_open_options);
    FIELD(callout_open_options, struct_size);
    FIELD(callout_open_options, durability);
    FIELD(callout_open_options, busy_timeout_ms);
    FIELD(callout_open_options, allow_plugins);
    FIELD(callout_open_options, read_only);
    FIELD(callout_open_options, most_wal_mib);
    TYPE(callout_plugin);
    FIELD(callout_plugin, struct_size);
    FIELD(callout_plugin, abi_version);
    FIELD(callout_plugin, id);
    FIELD(callout_plugin, version);
    FIELD(callout_plugin, init);
    FIELD(callout_plugin, deinit);
    FIELD(callout_plugin, get_capability);
    TYPE(callout_registry);
    FIELD(callout_registry, struct_size);
    FIELD(callout_registry, user_data);
    FIELD(callout_registry, look_up);
    FIELD(callout_registry, destroy);
    TYPE(callout_mailer);
    FIELD(callout_mailer, struct_size);
    FIELD(callout_mailer, user_data);
    FIELD(callout_mailer, send);
    TYPE(callout_commit_hook);
    FIELD(callout_commit_hook, struct_size);
    FIELD(callout_commit_hook, user_data);
    FIELD(callout_commit_hook, committed);
    FIELD(callout_commit_hook, destroy);
    TYPE(callout_registry_factory);
    FIELD(callout_registry_factory, struct_size);
    FIELD(callout_registry_factory, revision);
    FIELD(callout_registry_factory, create);
    return 0;
}
