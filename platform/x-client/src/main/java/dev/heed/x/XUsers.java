package dev.heed.x;

import java.util.List;
import java.util.Map;

/**
 * The users that X shows of those that were asked for.
 *
 * @param missing why X does not show one, in its words, by id: deactivated and unknown users are "not found", suspended
 *     ones are said to be so
 */
public record XUsers(List<XUser> users, Map<String, String> missing) {

    public XUsers {
        users = List.copyOf(users);
        missing = Map.copyOf(missing);
    }
}
