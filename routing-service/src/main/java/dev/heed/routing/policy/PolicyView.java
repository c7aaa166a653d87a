package dev.heed.routing.policy;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The active policy.
 *
 * @param version the stated version, "+", and the first twelve hexadecimal digits of the document's SHA-256
 * @param document the whole document as JSON, its sections named as in the YAML
 */
@Schema(description = "The care policy that decides now")
record PolicyView(
        @Schema(
                description = "The version that decisions keep: as stated in the document, \"+\", and the first 12 hex"
                        + " digits of its SHA-256",
                examples = "1.0+3f2a9c1b7d04")
        String version,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The document; its sections are when, turnaround, who, channel, recipient, message,"
                        + " expectation, escalation path, accounts and words")
        JsonNode document) {}
