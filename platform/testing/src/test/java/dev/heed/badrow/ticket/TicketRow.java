package dev.heed.badrow.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row that another room knows. */
@Entity
public final class TicketRow {
    @Id
    public String id = "";
}
