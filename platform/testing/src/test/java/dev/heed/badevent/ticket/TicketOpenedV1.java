package dev.heed.badevent.ticket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Registered itself, but not what it is made of. */
@RegisterForReflection
record TicketOpenedV1(List<Customer> customers) {}
