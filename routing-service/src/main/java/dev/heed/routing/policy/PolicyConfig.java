package dev.heed.routing.policy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which policy is active. */
@ConfigMapping(prefix = "heed.policy")
interface PolicyConfig {

    /** A file with the company's own policy (HEED_POLICY_FILE); without it the one that ships. */
    Optional<Path> file();
}
