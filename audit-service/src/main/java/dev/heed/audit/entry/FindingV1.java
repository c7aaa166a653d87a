package dev.heed.audit.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** What the log reads of {@code finding.raised.v1}. */
@RegisterForReflection
record FindingV1(Finding finding, Instant at) {

    @RegisterForReflection
    record Finding(String id, String kind, String severity, AccountV1 account, String what, Instant from, Instant to) {}

    static Unsealed read(Envelope event) {
        FindingV1 raised = event.dataAs(FindingV1.class);
        Finding finding = raised.finding();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("accountHandle", finding.account().handle());
        body.put("findingId", finding.id());
        body.put("finding", finding.kind());
        body.put("severity", finding.severity());
        body.put("what", finding.what());
        body.put("from", finding.from().toString());
        body.put("to", finding.to().toString());
        return new Unsealed(
                Kind.FINDING,
                Unsealed.Source.of(event),
                finding.account().id(),
                null,
                null,
                null,
                null,
                raised.at(),
                body);
    }
}
