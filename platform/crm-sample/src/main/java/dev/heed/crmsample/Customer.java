package dev.heed.crmsample;

/**
 * A customer, as the file has it.
 *
 * @param xUserId digits; blank if only the handle is known
 * @param handle without @; blank if only the id is known
 * @param reference blank for none
 */
record Customer(String xUserId, String handle, String tier, String reference) {}
