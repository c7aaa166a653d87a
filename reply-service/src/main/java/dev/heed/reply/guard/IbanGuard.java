package dev.heed.reply.guard;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps bank account numbers out of public replies: an IBAN of its country's length whose remainder modulo 97 is 1. */
final class IbanGuard implements Guard {
    private static final String NAME = "private-data.iban";
    private static final String REASON =
            "This is a valid bank account number (IBAN). Never post it in public: move to a direct message.";

    /** ISO 13616 registry: country and length. */
    private static final Map<String, Integer> LENGTHS = Stream.of(
                    ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29"
                                    + " BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22"
                                    + " GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21"
                                    + " LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28"
                                    + " PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24"
                                    + " TR26 UA29 VA22 VG24 XK20 YE30")
                            .split(" "))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.substring(0, 2), entry -> Integer.valueOf(entry.substring(2))));

    private static final Pattern START =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])[a-z]{2}[ -]?\\d[ -]?\\d(?=(?:[ -]?[a-z0-9]){11})");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Check> findings(String text) {
        return START.matcher(text)
                .results()
                .flatMap(start -> spanOf(start, text).stream())
                .map(span -> new Check(NAME, Verdict.BLOCK, REASON, span))
                .toList();
    }

    @Override
    public String allClear() {
        return "No bank account number found.";
    }

    private static Optional<Span> spanOf(MatchResult start, String text) {
        StringBuilder iban = new StringBuilder();
        String country = start.group().substring(0, 2).toUpperCase(Locale.ROOT);
        int length = LENGTHS.getOrDefault(country, 0);
        int at = start.start();
        while (at < text.length() && iban.length() < length) {
            char sign = Character.toUpperCase(text.charAt(at++));
            if (isAlphanumeric(sign)) {
                iban.append(sign);
            } else if (sign != ' ' && sign != '-') {
                return Optional.empty();
            }
        }
        boolean goesOn = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
        boolean whole = length > 0 && iban.length() == length && !goesOn;
        return whole && remainder(iban.toString()) == 1 ? Optional.of(new Span(start.start(), at)) : Optional.empty();
    }

    /** ISO 7064 MOD 97-10: the first four signs to the end, letters as numbers from 10, the whole modulo 97. */
    static int remainder(String iban) {
        String turned = iban.substring(4) + iban.substring(0, 4);
        String number = turned.chars()
                .mapToObj(sign -> Integer.toString(Character.digit(sign, 36)))
                .collect(Collectors.joining());
        return new BigInteger(number).mod(BigInteger.valueOf(97)).intValue();
    }

    private static boolean isAlphanumeric(char sign) {
        return (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');
    }
}
