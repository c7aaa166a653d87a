package dev.heed.xsim.limit;

import java.util.Map;

/** What came of counting a call: let through or not, and the headers that X shows either way. */
public record Toll(boolean paid, Map<String, String> headers) {}
