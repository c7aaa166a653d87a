package dev.heed.xsim.gate;

import dev.heed.xsim.dialect.XProblem;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers calls of what X has not, or the simulator has not yet, in X's words. */
class NowhereMapper {

    @ServerExceptionMapper
    Response nowhere(NotFoundException nowhere) {
        return XProblem.ofStatus(404).response();
    }
}
