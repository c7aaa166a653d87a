package dev.heed.routing.desk;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is calling. */
@Schema(description = "Who the token says is calling")
record CallerView(
        @Schema(description = "User name, as tickets name their owner")
        String name,

        @Schema(description = "Roles in Heed, of agent, lead, compliance, admin")
        List<String> roles) {}
