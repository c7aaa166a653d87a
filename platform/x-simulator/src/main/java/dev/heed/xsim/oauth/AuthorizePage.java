package dev.heed.xsim.oauth;

import dev.heed.xsim.user.User;
import java.util.Collection;
import java.util.stream.Collectors;

/** The HTML of the consent page. */
final class AuthorizePage {

    private AuthorizePage() {}

    static String choose(String query, String scopes, Collection<User> users) {
        String buttons = users.stream()
                .map(user -> "<li><a href=\"?" + safe(query) + "&amp;sim_user=" + user.username() + "\">Allow as @"
                        + user.username() + "</a> " + safe(user.name()) + "</li>")
                .collect(Collectors.joining("\n"));
        return page(
                "An app wants to act for you",
                "<p>It asks for: " + safe(scopes) + "</p>\n"
                        + (users.isEmpty()
                                ? "<p>Nobody is on this simulated X yet.</p>"
                                : "<ul>\n" + buttons + "\n</ul>"));
    }

    static String wrong(String complaint) {
        return page(
                "Something went wrong", "<p>You weren't able to give access to the app. " + safe(complaint) + "</p>");
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title><meta name="viewport" content="width=device-width"></head>
                <body><main><h1>%s</h1>
                %s
                <p>This is a simulator, not X.</p></main></body>
                </html>
                """.formatted(title, title, body);
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
