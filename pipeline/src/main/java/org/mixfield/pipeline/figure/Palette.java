package org.mixfield.pipeline.figure;

import java.util.List;
import org.apiguardian.api.API;

/** Colours of curves, 0xRRGGBB, as the page has them on white: the first eight of {@code report.css}. */
@API(status = API.Status.EXPERIMENTAL)
public final class Palette {

    private static final List<Integer> COLOURS =
            List.of(0x0b62a8, 0xc64a00, 0x007a5e, 0xa0397f, 0x8a6a00, 0x3a97cf, 0x55595e, 0x7a4fc0);

    private Palette() {}

    /** How many there are. */
    public static int size() {
        return COLOURS.size();
    }

    /** The colour of a number. */
    public static int colour(int number) {
        return COLOURS.get(Math.floorMod(number, COLOURS.size()));
    }
}
