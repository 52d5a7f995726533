package brightline.query.pages.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes SVG as text. Every text and attribute value is escaped here and nowhere else. */
final class Svg {

    private final StringBuilder out = new StringBuilder(4096);

    /** Opens the picture: an image to assistive technology, named by its title and described by its description. */
    static Svg image(String id, String cssClass, int width, int height, String title, String description) {
        Svg svg = new Svg();
        svg.start("svg", "xmlns", "http://www.w3.org/2000/svg", "class", cssClass, "role", "img");
        svg.out.setLength(svg.out.length() - 1);
        svg.attributes(
                "viewBox", "0 0 " + width + " " + height, "aria-labelledby", id + "-title " + id + "-description");
        svg.out.append('>');
        svg.start("title", "id", id + "-title").content(title).end("title");
        svg.start("desc", "id", id + "-description").content(description).end("desc");
        return svg;
    }

    /** An opening tag. @param attributes names and values in turn */
    Svg start(String tag, String... attributes) {
        out.append('<').append(tag);
        attributes(attributes);
        out.append('>');
        return this;
    }

    /** An element without content. @param attributes names and values in turn */
    Svg empty(String tag, String... attributes) {
        out.append('<').append(tag);
        attributes(attributes);
        out.append("/>");
        return this;
    }

    /** A shape that shows a text when pointed at. @param attributes names and values in turn */
    Svg pointed(String tag, String tip, String... attributes) {
        return start(tag, attributes).start("title").content(tip).end("title").end(tag);
    }

    Svg text(double x, double y, String cssClass, String anchor, String text) {
        return start("text", "x", number(x), "y", number(y), "class", cssClass, "text-anchor", anchor)
                .content(text)
                .end("text");
    }

    Svg line(double x1, double y1, double x2, double y2, String cssClass) {
        return empty("line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "class", cssClass);
    }

    Svg content(String text) {
        escape(text);
        return this;
    }

    Svg end(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    String done() {
        return end("svg").out.toString();
    }

    /** A coordinate with at most one decimal. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
    }
}
