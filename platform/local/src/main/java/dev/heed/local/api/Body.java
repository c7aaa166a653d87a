package dev.heed.local.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A request's JSON body. */
final class Body {
    private Body() {}

    static String of(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value).toString();
    }

    static String of(String name, double value) {
        return JsonNodeFactory.instance.objectNode().put(name, value).toString();
    }
}
