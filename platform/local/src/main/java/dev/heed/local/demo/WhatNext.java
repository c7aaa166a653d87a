package dev.heed.local.demo;

import dev.heed.local.Console;
import dev.heed.local.Installation;

/** Where to look next, with calls to copy. */
final class WhatNext {
    private final Installation installation;
    private final Console console;

    WhatNext(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    void print() {
        String gateway = installation.url("gateway").toString();
        console.line("");
        console.heading("Everything is up");
        console.line(
                "  desk         " + gateway + "/desk   (agent, agent2, lead, compliance, admin; password NAME-demo)");
        console.line("  gateway      " + gateway);
        console.line("  X simulator  " + installation.url("x-simulator"));
        console.line("");
        console.heading("Try next");
        console.line("  Who waits for an answer?");
        console.line("    " + curl("lead", gateway + "/api/routing/unanswered"));
        console.line("  Which entries are on the record?");
        console.line("    " + curl("compliance", gateway + "/api/audit/entries?kind=response"));
        console.line("  Be a customer:");
        console.line("    curl -s -H 'Content-Type: application/json' -d '{\"as\":\"mara_okafor\",\"text\":\"@"
                + Sample.BRAND + " hello, can you hear me?\"}' " + installation.url("x-simulator") + "/sim/posts");
        console.line("    " + curl("agent", gateway + "/api/routing/tickets?q=hear"));
        console.line("  Play a recording of your own:   ./heed replay FILE.csv");
        console.line("  Stop everything:                ./heed down");
    }

    private static String curl(String user, String url) {
        return "curl -s -H \"Authorization: Bearer $(./heed token " + user + ")\" '" + url + "'";
    }
}
