package dev.heed.ingestion.account;

/** Told within this process, by {@code jakarta.enterprise.event}, once it is committed that an account begins or is changed. */
public record AccountChanged(Account account) {}
