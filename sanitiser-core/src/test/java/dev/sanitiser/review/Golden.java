package dev.sanitiser.review;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.testing.Resources;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * A page as a golden file has it: one line for each text, below the element that holds it, without style and script.
 */
final class Golden {

    private Golden() {}

    static String file(String name) {
        return Resources.text(Golden.class, name);
    }

    static String textOf(ReviewPage page) {
        StringBuilder lines = new StringBuilder();
        add(PageReader.of(page.html()).document().getDocumentElement(), "", lines);
        return lines.toString().replace(Sanitiser.version(), "VERSION");
    }

    private static void add(Element element, String indent, StringBuilder lines) {
        if (element.getTagName().matches("style|script|svg")) {
            return;
        }
        String text = ownText(element);
        if (!text.isEmpty()) {
            lines.append(indent)
                    .append(element.getTagName())
                    .append(": ")
                    .append(text)
                    .append('\n');
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                add(child, isBlock(element) ? indent + "  " : indent, lines);
            }
        }
    }

    private static boolean isBlock(Element element) {
        return element.getTagName().matches("section|details|tr|ul");
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.toString().strip();
    }
}
