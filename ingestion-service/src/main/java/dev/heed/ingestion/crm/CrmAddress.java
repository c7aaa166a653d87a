package dev.heed.ingestion.crm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where look-ups go: one address from the configuration, to which nothing that anybody says is ever added. */
sealed interface CrmAddress {

    /** @param lookup the whole address, for example {@code https://crm.example/hook/customers/lookup} */
    record At(URI lookup) implements CrmAddress {

        boolean isEncrypted() {
            return "https".equalsIgnoreCase(lookup.getScheme());
        }

        int port() {
            int given = lookup.getPort();
            return given >= 0 ? given : isEncrypted() ? 443 : 80;
        }
    }

    /** There is none. */
    record None() implements CrmAddress {}

    /** There is something that is no address; {@code why} in words. */
    record Wrong(String why) implements CrmAddress {}

    static CrmAddress of(Optional<String> configured) {
        String text = configured.map(String::strip).orElse("");
        if (text.isEmpty()) {
            return new None();
        }
        try {
            URI base = new URI(text.replaceAll("/+$", ""));
            String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return new Wrong("HEED_CRM_URL must begin with http:// or https://");
            }
            if (base.getHost() == null || base.getUserInfo() != null || base.getQuery() != null) {
                return new Wrong("HEED_CRM_URL must be a host, perhaps a port and a path, and nothing else");
            }
            return new At(new URI(base + "/customers/lookup"));
        } catch (URISyntaxException e) {
            return new Wrong("HEED_CRM_URL is no address");
        }
    }
}
