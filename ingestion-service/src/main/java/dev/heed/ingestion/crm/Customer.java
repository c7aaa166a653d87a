package dev.heed.ingestion.crm;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be a customer.
 *
 * @param xUserId digits
 * @param handle without @; null where X did not say
 */
public record Customer(String xUserId, @Nullable String handle) {}
