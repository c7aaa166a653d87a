package dev.heed.badrow.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Domain type and table at once. */
@Entity
final class Ticket {
    @Id
    String id = "";
}
