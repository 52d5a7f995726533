package brightline.standalone;

final class Brightline {
    private Brightline() {}

    public static void main(String[] args) {
        System.out.println("x");
    }
}
