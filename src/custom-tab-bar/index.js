// WeChat asks for a bar of this name wherever the tabs are not its own. Ours is a part of the page
// (src/components/tab-bar.tsx), so there is nothing to draw here.
Component({});
